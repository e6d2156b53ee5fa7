package dev.orderbackbone.contract.inventory;

import dev.orderbackbone.contract.Meta;
import java.util.List;

/**
 * All lines are reserved.
 *
 * @param pool stock pool: the unit of consistency.
 * @param poolSequence 1, 2, ... per stock pool over all its decisions: tells in which order the pool decided.
 * @param lines what is reserved.
 */
public record StockReserved(Meta meta, String pool, long poolSequence, List<StockLine> lines)
        implements InventoryEvent {}
