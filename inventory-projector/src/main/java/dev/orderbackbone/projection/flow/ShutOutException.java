package dev.orderbackbone.projection.flow;

/** Another projector is at work. */
public final class ShutOutException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With what was found. */
    public ShutOutException(String message) {
        super(message);
    }
}
