package dev.orderbackbone.contract.order;

import dev.orderbackbone.contract.Meta;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The warehouse handed goods of the order to a carrier.
 *
 * @param shipmentId the warehouse's id of the shipment, unique within the order.
 * @param lines what left.
 * @param carrier who carries it.
 * @param trackingCode the carrier's code.
 */
public record ShipmentDispatched(
        Meta meta,
        String shipmentId,
        List<ShippedLine> lines,
        @Nullable String carrier,
        @Nullable String trackingCode) implements IntakeEvent {}
