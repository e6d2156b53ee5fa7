package dev.orderbackbone.runtime;

/** Which delivery of a request this is. */
public enum Delivery {
    /** Nobody has begun with it before. */
    FIRST,
    /** It was begun before, or may have been, and nobody knows how far that came. */
    REPEATED;

    /** Whether the request may have been carried out already. */
    public boolean isRepeated() {
        return this == REPEATED;
    }
}
