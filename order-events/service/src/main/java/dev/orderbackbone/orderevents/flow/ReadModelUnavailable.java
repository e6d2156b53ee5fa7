package dev.orderbackbone.orderevents.flow;

/** The database that holds the read models does not answer. */
public final class ReadModelUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ReadModelUnavailable(Throwable cause) {
        super("the read models cannot be asked: " + cause.getMessage(), cause);
    }
}
