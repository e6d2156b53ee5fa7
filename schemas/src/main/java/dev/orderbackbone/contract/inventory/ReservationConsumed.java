package dev.orderbackbone.contract.inventory;

import dev.orderbackbone.contract.Meta;
import java.util.List;

/**
 * Reserved goods left the pool.
 *
 * @param pool stock pool: the unit of consistency.
 * @param poolSequence 1, 2, ... per stock pool over all its decisions: tells in which order the pool decided.
 * @param shipmentId the shipment.
 * @param lines what left.
 */
public record ReservationConsumed(Meta meta, String pool, long poolSequence, String shipmentId, List<StockLine> lines)
        implements InventoryEvent {}
