package dev.orderbackbone.contract.inventory;

import dev.orderbackbone.contract.Meta;
import java.util.List;

/**
 * Goods of the order are back on the shelf.
 *
 * @param pool stock pool: the unit of consistency.
 * @param returnId the return; the command is idempotent by it.
 * @param lines what came back; each SKU once.
 */
public record ReturnStock(Meta meta, String pool, String returnId, List<StockLine> lines) implements InventoryCommand {}
