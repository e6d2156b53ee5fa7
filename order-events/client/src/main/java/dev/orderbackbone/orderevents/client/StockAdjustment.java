package dev.orderbackbone.orderevents.client;

import dev.orderbackbone.contract.inventory.StockDelta;
import java.util.List;

/**
 * A count, loss or find that corrects the stock on hand.
 *
 * @param adjustmentId unique within the location: the same id is the same adjustment.
 * @param storeId the store that the stock belongs to.
 * @param location where.
 * @param reason why.
 * @param lines what to correct; each SKU once.
 */
public record StockAdjustment(
        String adjustmentId, String storeId, String location, String reason, List<StockDelta> lines) {
    /** Copies the lines. */
    public StockAdjustment {
        lines = List.copyOf(lines);
    }
}
