package dev.orderbackbone.operator.verify;

/** Is told how far an audit has come. Called by several threads, every few thousand records. */
@FunctionalInterface
public interface Progress {
    /** Says nothing. */
    Progress SILENT = (what, records) -> {};

    /**
     * So far.
     *
     * @param what is being done.
     * @param records read in all.
     */
    void at(String what, long records);
}
