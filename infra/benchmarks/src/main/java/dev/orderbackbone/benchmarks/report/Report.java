package dev.orderbackbone.benchmarks.report;

/** What a benchmark has found out. */
public interface Report {
    /** For a terminal. */
    String text();

    /** For the shelf. */
    String markdown();

    /** For programs: one object. */
    String json();
}
