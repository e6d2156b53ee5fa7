package dev.orderbackbone.contract.inventory;

import dev.orderbackbone.contract.Meta;

/**
 * Goods of one SKU arrived.
 *
 * @param pool stock pool: the unit of consistency.
 * @param poolSequence 1, 2, ... per stock pool over all its decisions: tells in which order the pool decided.
 * @param sku stock keeping unit.
 * @param receiptId the receipt.
 * @param quantity units that arrived.
 */
public record StockReceived(Meta meta, String pool, long poolSequence, String sku, String receiptId, int quantity)
        implements StockEvent {}
