package dev.orderbackbone.orderevents.flow;

/** The log did not take a message in time. */
public final class IntakeUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public IntakeUnavailable(Throwable cause) {
        super("the log did not take the message in time: " + cause.getMessage(), cause);
    }
}
