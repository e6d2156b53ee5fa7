package dev.orderbackbone.contract.inventory;

import dev.orderbackbone.contract.Meta;

/**
 * The stock on hand of one SKU was corrected.
 *
 * @param pool stock pool: the unit of consistency.
 * @param poolSequence 1, 2, ... per stock pool over all its decisions: tells in which order the pool decided.
 * @param sku stock keeping unit.
 * @param adjustmentId the adjustment.
 * @param reason why.
 * @param requestedDelta units asked for.
 * @param appliedDelta units applied: never so many taken away that less is on hand than reserved.
 */
public record StockAdjusted(
        Meta meta,
        String pool,
        long poolSequence,
        String sku,
        String adjustmentId,
        String reason,
        int requestedDelta,
        int appliedDelta)
        implements StockEvent {}
