package dev.orderbackbone.projection.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.contract.EventIds;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.order.CancellationReason;
import dev.orderbackbone.contract.order.Charge;
import dev.orderbackbone.contract.order.HoldReason;
import dev.orderbackbone.contract.order.OrderCancelled;
import dev.orderbackbone.contract.order.OrderCancelling;
import dev.orderbackbone.contract.order.OrderCompleted;
import dev.orderbackbone.contract.order.OrderConfirmed;
import dev.orderbackbone.contract.order.OrderExpired;
import dev.orderbackbone.contract.order.OrderHeld;
import dev.orderbackbone.contract.order.OrderLine;
import dev.orderbackbone.contract.order.OrderPlaced;
import dev.orderbackbone.contract.order.OrderRejected;
import dev.orderbackbone.contract.order.OrderReleased;
import dev.orderbackbone.contract.order.OrderReturned;
import dev.orderbackbone.contract.order.OrderShipped;
import dev.orderbackbone.contract.order.OrderStatus;
import dev.orderbackbone.contract.order.ReturnedLine;
import dev.orderbackbone.contract.order.ShippedLine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Makes the events of one order, each with the next sequence, a second after the one before. */
public final class Story {
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final String orderId;
    private int sequence;
    private int made;
    private UUID cause;

    public Story(String orderId) {
        this.orderId = orderId;
        this.cause = id(-1);
    }

    public OrderPlaced placed(String currency, List<OrderLine> lines, List<Charge> charges) {
        long total = lines.stream()
                        .mapToLong(line -> line.quantity() * line.unitPriceMinor())
                        .sum()
                + charges.stream().mapToLong(Charge::amountMinor).sum();
        return new OrderPlaced(
                next(),
                "key-" + orderId,
                orderId.hashCode(),
                "customer",
                null,
                "GB",
                currency,
                lines,
                charges,
                total,
                NOON.minus(Duration.ofDays(1)),
                NOON.plus(Duration.ofMinutes(30)));
    }

    /** Ten mugs at 2.55 and two cups at 1.00, and postage of 3.00. */
    public OrderPlaced placed() {
        return placed(
                "GBP",
                List.of(line(1, "mug", 10, 255), line(2, "cup", 2, 100)),
                List.of(new Charge("POST", "Postage", 300)));
    }

    public OrderConfirmed confirmed(long authorizedMinor) {
        return new OrderConfirmed(next(), authorizedMinor);
    }

    public OrderHeld held(HoldReason reason, OrderStatus from) {
        return new OrderHeld(next(), reason, "for some reason", from);
    }

    public OrderReleased released(HoldReason reason, OrderStatus resumed) {
        return new OrderReleased(next(), reason, resumed);
    }

    public OrderCancelling cancelling(CancellationReason reason) {
        return new OrderCancelling(next(), reason, "because");
    }

    public OrderCancelled cancelled() {
        return new OrderCancelled(next(), "changed my mind");
    }

    public OrderExpired expired() {
        return new OrderExpired(next());
    }

    public OrderRejected rejected(CancellationReason reason) {
        return new OrderRejected(next(), reason, "no mugs");
    }

    public OrderShipped shipped(String shipmentId, long amountMinor, ShippedLine... lines) {
        return new OrderShipped(next(), shipmentId, List.of(lines), amountMinor, "carrier", null);
    }

    public OrderReturned returned(String returnId, long refundMinor, ReturnedLine... lines) {
        return new OrderReturned(next(), returnId, List.of(lines), refundMinor, null);
    }

    public OrderCompleted completed(long shippedMinor) {
        return new OrderCompleted(next(), shippedMinor);
    }

    /** Meta of a message of another topic. */
    public Meta meta() {
        made++;
        UUID id = id(made);
        return new Meta(id, orderId, 0, NOON.plusSeconds(made), cause, "shop");
    }

    public static OrderLine line(int number, String sku, int quantity, long unitPriceMinor) {
        return new OrderLine(number, sku, sku + " with a handle", quantity, unitPriceMinor, "main");
    }

    /** A message as it is read from its topic. */
    public static Incoming at(String topic, int partition, long offset, Message message) {
        return new Incoming(topic, new Source(partition, offset), message);
    }

    private Meta next() {
        Meta meta = meta();
        sequence++;
        Meta numbered =
                new Meta(meta.eventId(), orderId, sequence, meta.occurredAt(), meta.causationId(), meta.storeId());
        cause = numbered.eventId();
        return numbered;
    }

    private UUID id(int number) {
        return EventIds.derive(UUID.nameUUIDFromBytes(orderId.getBytes(UTF_8)), number, NOON);
    }
}
