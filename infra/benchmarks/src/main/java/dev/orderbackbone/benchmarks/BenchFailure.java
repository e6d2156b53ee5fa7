package dev.orderbackbone.benchmarks;

/** The benchmark has no result; the message says why, to the person who asked for it. */
public final class BenchFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A failure for the reason given. */
    public BenchFailure(String message) {
        super(message);
    }

    /** A failure for the reason given, which something else brought about. */
    public BenchFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
