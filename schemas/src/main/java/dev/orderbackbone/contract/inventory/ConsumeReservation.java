package dev.orderbackbone.contract.inventory;

import dev.orderbackbone.contract.Meta;
import java.util.List;

/**
 * Reserved goods left the pool.
 *
 * @param pool stock pool: the unit of consistency.
 * @param shipmentId the shipment; the command is idempotent by it.
 * @param lines what left; each SKU once.
 */
public record ConsumeReservation(Meta meta, String pool, String shipmentId, List<StockLine> lines)
        implements InventoryCommand {}
