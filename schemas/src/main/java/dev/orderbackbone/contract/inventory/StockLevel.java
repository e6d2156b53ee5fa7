package dev.orderbackbone.contract.inventory;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;

/**
 * The latest stock of one SKU (topic stock.levels, compacted).
 *
 * @param pool stock pool: the unit of consistency.
 * @param poolSequence 1, 2, ... per stock pool over all its decisions: tells in which order the pool decided.
 * @param sku stock keeping unit.
 * @param onHand units in the pool.
 * @param reserved units of them that are promised to orders.
 */
public record StockLevel(Meta meta, String pool, long poolSequence, String sku, long onHand, long reserved)
        implements Message {}
