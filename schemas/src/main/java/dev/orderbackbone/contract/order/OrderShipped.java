package dev.orderbackbone.contract.order;

import dev.orderbackbone.contract.Meta;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goods left; their amount is being captured.
 *
 * @param shipmentId the shipment.
 * @param lines what left.
 * @param amountMinor value of the shipment, minor units: its lines, and with the first shipment the charges.
 * @param carrier who carries it.
 * @param trackingCode the carrier's code.
 */
public record OrderShipped(
        Meta meta,
        String shipmentId,
        List<ShippedLine> lines,
        long amountMinor,
        @Nullable String carrier,
        @Nullable String trackingCode)
        implements OrderEvent {}
