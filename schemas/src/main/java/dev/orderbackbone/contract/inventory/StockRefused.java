package dev.orderbackbone.contract.inventory;

import dev.orderbackbone.contract.Meta;
import java.util.List;

/**
 * Nothing is reserved: at least one SKU is short.
 *
 * @param pool stock pool: the unit of consistency.
 * @param poolSequence 1, 2, ... per stock pool over all its decisions: tells in which order the pool decided.
 * @param shortages which.
 */
public record StockRefused(Meta meta, String pool, long poolSequence, List<Shortage> shortages)
        implements InventoryEvent {}
