package dev.orderbackbone.contract.inventory;

import dev.orderbackbone.contract.Meta;
import java.util.List;

/**
 * A count, loss or find corrects the stock on hand.
 *
 * @param pool stock pool: the unit of consistency.
 * @param adjustmentId the adjustment; the command is idempotent by it.
 * @param reason why.
 * @param lines what to correct; each SKU once.
 */
public record AdjustStock(Meta meta, String pool, String adjustmentId, String reason, List<StockDelta> lines)
        implements InventoryCommand {}
