package dev.orderbackbone.orderevents.flow;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

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

    /** The hashes of what was submitted under these ids, at most 1,000; none for an order that is not projected. */
    Map<String, Long> contentHashesOf(Collection<String> orderIds);
}
