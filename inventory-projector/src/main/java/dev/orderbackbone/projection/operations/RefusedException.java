package dev.orderbackbone.projection.operations;

/** An operation must not be done as things are; the message is for the person who asked. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** For the reason given. */
    public RefusedException(String message) {
        super(message);
    }
}
