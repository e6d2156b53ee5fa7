package dev.orderbackbone.projection.flow;

/** The database does not answer, or not as it should. It may the next time. */
public final class ReadModelUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With what the database, or its driver, said. */
    public ReadModelUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
