package dev.orderbackbone.contract.inventory;

import dev.orderbackbone.contract.Meta;
import java.util.List;

/**
 * Reserve all lines, or none. The order id is the reservation id within the pool.
 *
 * @param pool stock pool: the unit of consistency.
 * @param lines what to reserve; each SKU once.
 */
public record ReserveStock(Meta meta, String pool, List<StockLine> lines) implements InventoryCommand {}
