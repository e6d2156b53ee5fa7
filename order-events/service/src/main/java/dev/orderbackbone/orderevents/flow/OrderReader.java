package dev.orderbackbone.orderevents.flow;

import java.util.Optional;
import java.util.OptionalLong;

/** Reads orders as they were last projected. Throws {@link ReadModelUnavailable} when the read models cannot be asked. Thread-safe. */
public interface OrderReader {

    /**
     * An order.
     *
     * @param sequence number of its last event.
     * @param json all that is known of it, as one JSON object.
     */
    record OrderView(int sequence, String json) {}

    /** The order of that id; empty where it is not projected, yet or ever. */
    Optional<OrderView> find(String orderId);

    /** The hash of what was submitted under that id; empty where the order is not projected. */
    OptionalLong contentHashOf(String orderId);
}
