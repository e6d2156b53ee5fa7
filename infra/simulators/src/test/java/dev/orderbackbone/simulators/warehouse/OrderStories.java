package dev.orderbackbone.simulators.warehouse;

import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.order.CancellationReason;
import dev.orderbackbone.contract.order.HoldReason;
import dev.orderbackbone.contract.order.OrderCancelling;
import dev.orderbackbone.contract.order.OrderCompleted;
import dev.orderbackbone.contract.order.OrderConfirmed;
import dev.orderbackbone.contract.order.OrderHeld;
import dev.orderbackbone.contract.order.OrderLine;
import dev.orderbackbone.contract.order.OrderPlaced;
import dev.orderbackbone.contract.order.OrderReleased;
import dev.orderbackbone.contract.order.OrderShipped;
import dev.orderbackbone.contract.order.OrderStatus;
import dev.orderbackbone.orderevents.client.Shipment;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Events of orders, as the backbone would tell them. */
final class OrderStories {
    static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private OrderStories() {}

    static OrderPlaced placed(String orderId, int... quantities) {
        List<OrderLine> lines = IntStream.range(0, quantities.length)
                .mapToObj(index -> new OrderLine(index + 1, "sku-" + index, null, quantities[index], 100, "main"))
                .toList();
        return new OrderPlaced(
                meta(orderId), "key", 0, null, null, null, "GBP", lines, List.of(), 0, NOW, NOW.plusSeconds(60));
    }

    static OrderConfirmed confirmed(String orderId) {
        return new OrderConfirmed(meta(orderId), 100);
    }

    static OrderHeld held(String orderId) {
        return new OrderHeld(meta(orderId), HoldReason.OPERATOR, "", OrderStatus.CONFIRMED);
    }

    static OrderReleased released(String orderId, OrderStatus resumed) {
        return new OrderReleased(meta(orderId), HoldReason.OPERATOR, resumed);
    }

    static OrderCancelling cancelling(String orderId) {
        return new OrderCancelling(meta(orderId), CancellationReason.REQUESTED, "");
    }

    static OrderShipped shipped(String orderId, Shipment shipment) {
        return new OrderShipped(meta(orderId), shipment.shipmentId(), shipment.lines(), 0, null, null);
    }

    static OrderCompleted completed(String orderId) {
        return new OrderCompleted(meta(orderId), 100);
    }

    private static Meta meta(String orderId) {
        return new Meta(UUID.randomUUID(), orderId, 1, NOW, UUID.randomUUID(), "shop");
    }
}
