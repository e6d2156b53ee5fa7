package dev.orderbackbone.inventory.domain;

/**
 * Units of one SKU in a pool.
 *
 * @param onHand units on the shelf.
 * @param reserved units of them that are promised to orders; 0 to {@code onHand}.
 */
public record Stock(long onHand, long reserved) {
    /** A SKU that the pool has never held. */
    public static final Stock NONE = new Stock(0, 0);

    /** Refuses to promise more than there is: a wrong decision stops here and is never stored. */
    public Stock {
        if (reserved < 0 || reserved > onHand) {
            throw new IllegalArgumentException("of " + onHand + " on hand " + reserved + " cannot be reserved");
        }
    }

    /** Units that can still be promised. */
    public long available() {
        return onHand - reserved;
    }

    Stock add(long units) {
        return new Stock(onHand + units, reserved);
    }

    Stock reserve(long units) {
        return new Stock(onHand, reserved + units);
    }

    Stock release(long units) {
        return new Stock(onHand, reserved - units);
    }

    Stock consume(long units) {
        return new Stock(onHand - units, reserved - units);
    }
}
