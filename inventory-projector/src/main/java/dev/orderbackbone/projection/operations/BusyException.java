package dev.orderbackbone.projection.operations;

/** Somebody else holds for too long what is needed; nothing was changed, and the same may be tried again. */
public final class BusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With who, or what. */
    public BusyException(String message) {
        super(message);
    }
}
