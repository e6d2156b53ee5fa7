package dev.orderbackbone.orderevents.client;

import dev.orderbackbone.contract.order.ShippedLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goods of an order that were handed to a carrier.
 *
 * @param shipmentId unique within the order: the same id is the same shipment.
 * @param lines what left.
 * @param carrier who carries it; null where unknown.
 * @param trackingCode the carrier's code; null where unknown.
 */
public record Shipment(
        String shipmentId,
        List<ShippedLine> lines,
        @Nullable String carrier,
        @Nullable String trackingCode) {
    /** Copies the lines. */
    public Shipment {
        lines = List.copyOf(lines);
    }
}
