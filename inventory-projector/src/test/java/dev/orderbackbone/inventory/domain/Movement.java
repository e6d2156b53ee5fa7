package dev.orderbackbone.inventory.domain;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.inventory.InventoryEvent;
import dev.orderbackbone.contract.inventory.ReservationConsumed;
import dev.orderbackbone.contract.inventory.ReservationReleased;
import dev.orderbackbone.contract.inventory.StockAdjusted;
import dev.orderbackbone.contract.inventory.StockEvent;
import dev.orderbackbone.contract.inventory.StockLine;
import dev.orderbackbone.contract.inventory.StockReceived;
import dev.orderbackbone.contract.inventory.StockRefused;
import dev.orderbackbone.contract.inventory.StockReserved;
import dev.orderbackbone.contract.inventory.StockReturned;
import java.util.List;

/** What an event says has changed of one SKU, in units. */
public record Movement(String sku, long onHand, long reserved) {

    static List<Movement> of(Message event) {
        return switch (event) {
            case InventoryEvent said -> ofOrder(said);
            case StockEvent said -> List.of(ofStock(said));
            case Message other -> throw new AssertionError("a pool does not say " + other);
        };
    }

    /** Number of the event in its pool. */
    public static long sequenceOf(Message event) {
        return switch (event) {
            case StockReserved said -> said.poolSequence();
            case StockRefused said -> said.poolSequence();
            case ReservationReleased said -> said.poolSequence();
            case ReservationConsumed said -> said.poolSequence();
            case StockReturned said -> said.poolSequence();
            case StockReceived said -> said.poolSequence();
            case StockAdjusted said -> said.poolSequence();
            case Message other -> throw new AssertionError("a pool does not say " + other);
        };
    }

    private static List<Movement> ofOrder(InventoryEvent event) {
        return switch (event) {
            case StockReserved said -> each(said.lines(), 0, 1);
            case StockRefused _ -> List.of();
            case ReservationReleased said -> each(said.lines(), 0, -1);
            case ReservationConsumed said -> each(said.lines(), -1, -1);
            case StockReturned said -> each(said.lines(), 1, 0);
        };
    }

    private static Movement ofStock(StockEvent event) {
        return switch (event) {
            case StockReceived said -> new Movement(said.sku(), said.quantity(), 0);
            case StockAdjusted said -> new Movement(said.sku(), said.appliedDelta(), 0);
        };
    }

    private static List<Movement> each(List<StockLine> lines, int onHand, int reserved) {
        return lines.stream()
                .map(line ->
                        new Movement(line.sku(), (long) onHand * line.quantity(), (long) reserved * line.quantity()))
                .toList();
    }
}
