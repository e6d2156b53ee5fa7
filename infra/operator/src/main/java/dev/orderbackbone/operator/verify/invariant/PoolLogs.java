package dev.orderbackbone.operator.verify.invariant;

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
import dev.orderbackbone.operator.verify.evidence.LogRecord;
import dev.orderbackbone.operator.verify.invariant.PoolLog.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes the movements of stock that one desk sees into a {@link PoolLog} for each pool. */
final class PoolLogs {
    private static final long NO_ID = 0;

    private final Map<String, PoolLog> logs = new HashMap<>();
    private final SkuNames.Cache skus;

    PoolLogs(SkuNames skus) {
        this.skus = skus.new Cache();
    }

    Map<String, PoolLog> byPool() {
        return logs;
    }

    void see(LogRecord record, int order, InventoryEvent event) {
        switch (event) {
            case StockReserved it ->
                lines(record, order, it.pool(), Kind.RESERVED, it.poolSequence(), NO_ID, it.lines());
            case StockRefused it -> refused(record, order, it);
            case ReservationReleased it ->
                lines(record, order, it.pool(), Kind.RELEASED, it.poolSequence(), NO_ID, it.lines());
            case ReservationConsumed it ->
                lines(
                        record,
                        order,
                        it.pool(),
                        Kind.CONSUMED,
                        it.poolSequence(),
                        Hash64.of(it.shipmentId()),
                        it.lines());
            case StockReturned it ->
                lines(record, order, it.pool(), Kind.RETURNED, it.poolSequence(), Hash64.of(it.returnId()), it.lines());
        }
    }

    void see(LogRecord record, StockEvent event) {
        switch (event) {
            case StockReceived it -> {
                PoolLog log = of(it.pool());
                log.event(record, Kind.RECEIVED, it.poolSequence(), Desk.NO_ORDER, Hash64.of(it.receiptId()));
                log.line(skus.numberOf(it.sku()), it.quantity());
            }
            case StockAdjusted it -> {
                PoolLog log = of(it.pool());
                log.event(record, Kind.ADJUSTED, it.poolSequence(), Desk.NO_ORDER, Hash64.of(it.adjustmentId()));
                log.line(skus.numberOf(it.sku()), it.requestedDelta());
                log.line(skus.numberOf(it.sku()), it.appliedDelta());
            }
        }
    }

    /** Two lines for each shortage: what was asked for, and what was said to be available. */
    private void refused(LogRecord record, int order, StockRefused event) {
        PoolLog log = of(event.pool());
        log.event(record, Kind.REFUSED, event.poolSequence(), order, NO_ID);
        for (Shortage shortage : event.shortages()) {
            int sku = skus.numberOf(shortage.sku());
            log.line(sku, shortage.requested());
            log.line(sku, Math.clamp(shortage.available(), Integer.MIN_VALUE, Integer.MAX_VALUE));
        }
    }

    private void lines(
            LogRecord record, int order, String pool, Kind kind, long sequence, long id, List<StockLine> lines) {
        PoolLog log = of(pool);
        log.event(record, kind, sequence, order, id);
        for (StockLine line : lines) {
            log.line(skus.numberOf(line.sku()), line.quantity());
        }
    }

    private PoolLog of(String pool) {
        return logs.computeIfAbsent(pool, name -> new PoolLog());
    }
}
