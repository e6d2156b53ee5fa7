package dev.orderbackbone.projection.operations;

/** The database does not answer, or not as it should. What was stored is whole. */
public final class UnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With what was said of it. */
    public UnreachableException(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
