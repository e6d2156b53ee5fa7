package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.operator.verify.evidence.Place;
import java.util.List;

/**
 * Evidence that an invariant is broken.
 *
 * @param law which.
 * @param subject the order, or for stock the pool and SKU, or for counts the consumer.
 * @param places where it shows.
 * @param expected what should be.
 * @param seen what is.
 */
public record Violation(Law law, String subject, List<Place> places, String expected, String seen) {
    /** Copies the list. */
    public Violation {
        places = List.copyOf(places);
    }
}
