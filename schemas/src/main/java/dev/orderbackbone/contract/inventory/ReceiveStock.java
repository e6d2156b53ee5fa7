package dev.orderbackbone.contract.inventory;

import dev.orderbackbone.contract.Meta;
import java.util.List;

/**
 * Goods arrived from a supplier.
 *
 * @param pool stock pool: the unit of consistency.
 * @param receiptId the receipt; the command is idempotent by it.
 * @param lines what arrived; each SKU once.
 */
public record ReceiveStock(Meta meta, String pool, String receiptId, List<StockLine> lines)
        implements InventoryCommand {}
