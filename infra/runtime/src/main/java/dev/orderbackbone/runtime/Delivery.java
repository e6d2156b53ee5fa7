package dev.orderbackbone.runtime;

/**
 * Which delivery of a request this is.
 *
 * @param count 1, 2, ...; more than 1 says that it was given out before and that nobody knows how far that one came.
 */
public record Delivery(int count) {

    /** Checks the count. */
    public Delivery {
        if (count < 1) {
            throw new IllegalArgumentException("deliveries count from 1, but this is " + count);
        }
    }

    /** Whether the request may have been carried out already. */
    public boolean isRepeated() {
        return count > 1;
    }
}
