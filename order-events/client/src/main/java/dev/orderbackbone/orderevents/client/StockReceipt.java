package dev.orderbackbone.orderevents.client;

import dev.orderbackbone.contract.inventory.StockLine;
import java.util.List;

/**
 * Goods that arrived from a supplier.
 *
 * @param receiptId unique within the location: the same id is the same receipt.
 * @param storeId the store that the stock belongs to.
 * @param location where they arrived.
 * @param lines what arrived; each SKU once.
 */
public record StockReceipt(String receiptId, String storeId, String location, List<StockLine> lines) {
    /** Copies the lines. */
    public StockReceipt {
        lines = List.copyOf(lines);
    }
}
