package dev.orderbackbone.benchmarks.workload;

/** Makes orders out of their numbers. */
public interface Workload {
    /** The order of that number, the same whenever it is asked for. */
    SampleOrder order(int number);

    /** Whether the order has a line that may be out of stock. */
    boolean isScarce(int number);
}
