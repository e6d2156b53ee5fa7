package dev.orderbackbone.acceptance;

import dev.orderbackbone.contract.EventIds;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.order.OrderSubmitted;
import dev.orderbackbone.orderevents.client.NewOrder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Submissions as records of the log, for those who put them there without our client. */
final class Submissions {
    private Submissions() {}

    static OrderSubmitted of(NewOrder order) {
        return new OrderSubmitted(
                meta(order.orderId(), order.storeId()),
                order.idempotencyKey(),
                order.customerId(),
                order.contact(),
                order.country(),
                order.currency(),
                order.lines(),
                order.charges(),
                order.totalMinor(),
                order.paymentMethod(),
                order.orderedAt());
    }

    /** Of a message that nothing has caused. */
    static Meta meta(String orderId, String storeId) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        UUID id = EventIds.root(now, UUID.randomUUID());
        return new Meta(id, orderId, 0, now, id, storeId);
    }
}
