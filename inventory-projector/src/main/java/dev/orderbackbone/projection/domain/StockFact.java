package dev.orderbackbone.projection.domain;

import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.inventory.InventoryEvent;
import dev.orderbackbone.contract.inventory.ReservationConsumed;
import dev.orderbackbone.contract.inventory.ReservationReleased;
import dev.orderbackbone.contract.inventory.Shortage;
import dev.orderbackbone.contract.inventory.StockAdjusted;
import dev.orderbackbone.contract.inventory.StockEvent;
import dev.orderbackbone.contract.inventory.StockLine;
import dev.orderbackbone.contract.inventory.StockReceived;
import dev.orderbackbone.contract.inventory.StockRefused;
import dev.orderbackbone.contract.inventory.StockReserved;
import dev.orderbackbone.contract.inventory.StockReturned;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision of a stock pool as a row of stock_decisions.
 *
 * @param kind what was decided.
 * @param meta of the event.
 * @param pool the pool.
 * @param poolSequence number of the decision in the pool.
 * @param reference the shipment, return, receipt or adjustment; null for the rest.
 * @param reason why stock was adjusted; else null.
 * @param skus one per line.
 * @param quantities units by line.
 * @param stated by line what was available or asked for; null where there is no difference to state.
 * @param source where the event stands.
 */
public record StockFact(
        Kind kind,
        Meta meta,
        String pool,
        long poolSequence,
        @Nullable String reference,
        @Nullable String reason,
        List<String> skus,
        List<Long> quantities,
        @Nullable List<Long> stated,
        Source source) {

    /** What a pool can decide. */
    public enum Kind {
        RESERVED,
        REFUSED,
        RELEASED,
        CONSUMED,
        RETURNED,
        RECEIVED,
        ADJUSTED
    }

    /** The order concerned; null for receipts and adjustments. */
    public @Nullable String orderId() {
        return meta.orderId().isEmpty() ? null : meta.orderId();
    }

    /** The row of what a pool did for an order. */
    public static StockFact of(InventoryEvent event, Source source) {
        return switch (event) {
            case StockReserved said ->
                ofLines(Kind.RESERVED, said.meta(), said.pool(), said.poolSequence(), null, said.lines(), source);
            case ReservationReleased said ->
                ofLines(Kind.RELEASED, said.meta(), said.pool(), said.poolSequence(), null, said.lines(), source);
            case ReservationConsumed said ->
                ofLines(
                        Kind.CONSUMED,
                        said.meta(),
                        said.pool(),
                        said.poolSequence(),
                        said.shipmentId(),
                        said.lines(),
                        source);
            case StockReturned said ->
                ofLines(
                        Kind.RETURNED,
                        said.meta(),
                        said.pool(),
                        said.poolSequence(),
                        said.returnId(),
                        said.lines(),
                        source);
            case StockRefused said -> ofShortages(said, source);
        };
    }

    /** The row of what happened without an order. */
    public static StockFact of(StockEvent event, Source source) {
        return switch (event) {
            case StockReceived said ->
                new StockFact(
                        Kind.RECEIVED,
                        said.meta(),
                        said.pool(),
                        said.poolSequence(),
                        said.receiptId(),
                        null,
                        List.of(said.sku()),
                        List.of((long) said.quantity()),
                        null,
                        source);
            case StockAdjusted said ->
                new StockFact(
                        Kind.ADJUSTED,
                        said.meta(),
                        said.pool(),
                        said.poolSequence(),
                        said.adjustmentId(),
                        said.reason(),
                        List.of(said.sku()),
                        List.of((long) said.appliedDelta()),
                        List.of((long) said.requestedDelta()),
                        source);
        };
    }

    private static StockFact ofLines(
            Kind kind,
            Meta meta,
            String pool,
            long poolSequence,
            @Nullable String reference,
            List<StockLine> lines,
            Source source) {
        return new StockFact(
                kind,
                meta,
                pool,
                poolSequence,
                reference,
                null,
                lines.stream().map(StockLine::sku).toList(),
                lines.stream().map(line -> (long) line.quantity()).toList(),
                null,
                source);
    }

    private static StockFact ofShortages(StockRefused said, Source source) {
        return new StockFact(
                Kind.REFUSED,
                said.meta(),
                said.pool(),
                said.poolSequence(),
                null,
                null,
                said.shortages().stream().map(Shortage::sku).toList(),
                said.shortages().stream().map(line -> (long) line.requested()).toList(),
                said.shortages().stream().map(Shortage::available).toList(),
                source);
    }
}
