package dev.orderbackbone.contract.order;

import dev.orderbackbone.contract.Meta;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goods came back; their price is being refunded.
 *
 * @param returnId the return.
 * @param lines what came back.
 * @param refundMinor price of what came back, minor units.
 * @param reason why.
 */
public record OrderReturned(
        Meta meta,
        String returnId,
        List<ReturnedLine> lines,
        long refundMinor,
        @Nullable String reason) implements OrderEvent {}
