package dev.orderbackbone.operator;

/** A command cannot do what it was asked to; the message is for the person who asked, and needs no stack trace. */
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A failure for the reason given. */
    public CommandFailure(String message) {
        super(message);
    }

    /** A failure for the reason given, which something else brought about. */
    public CommandFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
