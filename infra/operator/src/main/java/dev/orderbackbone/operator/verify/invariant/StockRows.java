package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.inventory.InventoryEvent;
import dev.orderbackbone.contract.inventory.ReservationConsumed;
import dev.orderbackbone.contract.inventory.ReservationReleased;
import dev.orderbackbone.contract.inventory.StockAdjusted;
import dev.orderbackbone.contract.inventory.StockEvent;
import dev.orderbackbone.contract.inventory.StockLevel;
import dev.orderbackbone.contract.inventory.StockLine;
import dev.orderbackbone.contract.inventory.StockReceived;
import dev.orderbackbone.contract.inventory.StockRefused;
import dev.orderbackbone.contract.inventory.StockReserved;
import dev.orderbackbone.contract.inventory.StockReturned;
import dev.orderbackbone.operator.verify.evidence.ReadRow;
import dev.orderbackbone.operator.verify.evidence.ReadTable;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rows of stock movements and levels. A movement has one row for each line. */
final class StockRows {
    private StockRows() {}

    static void movements(InventoryEvent event, long offset, Consumer<ReadRow> rows) {
        switch (event) {
            case StockReserved it ->
                movements(it.meta(), it.pool(), it.poolSequence(), "RESERVED", 0, 1, null, it.lines(), offset, rows);
            case ReservationReleased it ->
                movements(it.meta(), it.pool(), it.poolSequence(), "RELEASED", 0, -1, null, it.lines(), offset, rows);
            case ReservationConsumed it ->
                movements(
                        it.meta(),
                        it.pool(),
                        it.poolSequence(),
                        "CONSUMED",
                        -1,
                        -1,
                        it.shipmentId(),
                        it.lines(),
                        offset,
                        rows);
            case StockReturned it ->
                movements(
                        it.meta(),
                        it.pool(),
                        it.poolSequence(),
                        "RETURNED",
                        1,
                        0,
                        it.returnId(),
                        it.lines(),
                        offset,
                        rows);
            case StockRefused it -> {} // nothing moves
        }
    }

    static ReadRow movement(StockEvent event, long offset) {
        return switch (event) {
            case StockReceived it ->
                row(
                        it.meta(),
                        it.pool() + "/" + it.sku(),
                        it.pool(),
                        it.poolSequence(),
                        it.sku(),
                        "RECEIVED",
                        it.quantity(),
                        0,
                        it.receiptId(),
                        offset);
            case StockAdjusted it ->
                row(
                        it.meta(),
                        it.pool() + "/" + it.sku(),
                        it.pool(),
                        it.poolSequence(),
                        it.sku(),
                        "ADJUSTED",
                        it.appliedDelta(),
                        0,
                        it.adjustmentId(),
                        offset);
        };
    }

    static ReadRow level(StockLevel level, long offset) {
        return ReadRow.of(
                ReadTable.STOCK_LEVELS,
                level.pool() + "/" + level.sku(),
                level.onHand(),
                level.reserved(),
                level.poolSequence(),
                level.meta().eventId(),
                offset);
    }

    private static void movements(
            Meta meta,
            String pool,
            long poolSequence,
            String kind,
            int onHandSign,
            int reservedSign,
            @Nullable String reference,
            List<StockLine> lines,
            long offset,
            Consumer<ReadRow> rows) {
        for (StockLine line : lines) {
            rows.accept(row(
                    meta,
                    meta.orderId(),
                    pool,
                    poolSequence,
                    line.sku(),
                    kind,
                    (long) onHandSign * line.quantity(),
                    (long) reservedSign * line.quantity(),
                    reference,
                    offset));
        }
    }

    private static ReadRow row(
            Meta meta,
            String owner,
            String pool,
            long poolSequence,
            String sku,
            String kind,
            long onHandChange,
            long reservedChange,
            @Nullable String reference,
            long offset) {
        return ReadRow.of(
                ReadTable.STOCK_MOVEMENTS,
                owner,
                pool,
                poolSequence,
                sku,
                kind,
                onHandChange,
                reservedChange,
                reference,
                meta.eventId(),
                offset);
    }
}
