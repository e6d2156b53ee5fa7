package dev.orderbackbone.contract.inventory;

import dev.orderbackbone.contract.Meta;
import java.util.List;

/**
 * Goods are back on the shelf.
 *
 * @param pool stock pool: the unit of consistency.
 * @param poolSequence 1, 2, ... per stock pool over all its decisions: tells in which order the pool decided.
 * @param returnId the return.
 * @param lines what came back.
 */
public record StockReturned(Meta meta, String pool, long poolSequence, String returnId, List<StockLine> lines)
        implements InventoryEvent {}
