package dev.orderbackbone.orderevents.client;

import dev.orderbackbone.contract.order.ReturnedLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goods of an order that came back.
 *
 * @param returnId unique within the order: the same id is the same return.
 * @param lines what came back.
 * @param reason why; null where unknown.
 */
public record Return(
        String returnId, List<ReturnedLine> lines, @Nullable String reason) {
    /** Copies the lines. */
    public Return {
        lines = List.copyOf(lines);
    }
}
