package dev.orderbackbone.projection.flow;

/** The database refuses a row of the batch for what is in it. It would refuse it again. */
public final class UnprojectableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With what the database said. */
    public UnprojectableException(String message, Throwable cause) {
        super(message, cause);
    }
}
