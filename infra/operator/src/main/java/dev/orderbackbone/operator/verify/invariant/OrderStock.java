package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.contract.inventory.InventoryEvent;
import dev.orderbackbone.contract.inventory.ReservationConsumed;
import dev.orderbackbone.contract.inventory.ReservationReleased;
import dev.orderbackbone.contract.inventory.StockLine;
import dev.orderbackbone.contract.inventory.StockRefused;
import dev.orderbackbone.contract.inventory.StockReserved;
import dev.orderbackbone.contract.inventory.StockReturned;
import dev.orderbackbone.contract.order.OrderCancelled;
import dev.orderbackbone.contract.order.OrderCancelling;
import dev.orderbackbone.contract.order.OrderCompleted;
import dev.orderbackbone.contract.order.OrderConfirmed;
import dev.orderbackbone.contract.order.OrderEvent;
import dev.orderbackbone.contract.order.OrderExpired;
import dev.orderbackbone.contract.order.OrderHeld;
import dev.orderbackbone.contract.order.OrderLine;
import dev.orderbackbone.contract.order.OrderPlaced;
import dev.orderbackbone.contract.order.OrderRejected;
import dev.orderbackbone.contract.order.OrderReleased;
import dev.orderbackbone.contract.order.OrderReturned;
import dev.orderbackbone.contract.order.OrderShipped;
import dev.orderbackbone.contract.order.ReturnedLine;
import dev.orderbackbone.contract.order.ShippedLine;
import dev.orderbackbone.operator.verify.evidence.LogRecord;
import java.util.List;

/** The goods of one order as the order tells of them, and as the stock pools do. */
final class OrderStock {
    final Units ordered = new Units();
    final Units shipped = new Units();
    final Units restocked = new Units();
    final Units reserved = new Units();
    final Units released = new Units();
    final Units consumed = new Units();
    final Units returned = new Units();

    boolean confirmedSettled;
    long confirmedPlace;
    boolean terminalSettled;
    boolean completed;
    long terminalPlace;
    long terminalAtMs;
    long reservedAtMs;
    boolean consumedSettled;
    long stockPlace;
    private long[] skus = new long[0];

    void see(LogRecord record, OrderEvent event) {
        switch (event) {
            case OrderPlaced placed -> placed(placed.lines());
            case OrderConfirmed confirmed -> {
                confirmedSettled = record.settled();
                confirmedPlace = PackedPlace.of(record);
            }
            case OrderShipped shipment -> shipment.lines().forEach(this::shipped);
            case OrderReturned back -> back.lines().forEach(this::cameBack);
            case OrderCompleted end -> {
                completed = true;
                ended(record, event);
            }
            case OrderCancelled end -> ended(record, event);
            case OrderExpired end -> ended(record, event);
            case OrderRejected end -> ended(record, event);
            case OrderHeld held -> {}
            case OrderReleased resumed -> {}
            case OrderCancelling cancelling -> {}
        }
    }

    void see(LogRecord record, InventoryEvent event) {
        stockPlace = PackedPlace.of(record);
        switch (event) {
            case StockReserved reservation -> {
                add(reserved, reservation.lines());
                reservedAtMs = event.meta().occurredAt().toEpochMilli();
            }
            case ReservationReleased release -> add(released, release.lines());
            case ReservationConsumed consumption -> {
                add(consumed, consumption.lines());
                consumedSettled |= record.settled();
            }
            case StockReturned back -> add(returned, back.lines());
            case StockRefused refusal -> {}
        }
    }

    private void placed(List<OrderLine> lines) {
        skus = lines.stream().mapToLong(line -> Hash64.of(line.sku())).toArray();
        for (int i = 0; i < skus.length; i++) {
            ordered.add(lines.get(i).quantity(), skus[i]);
        }
    }

    private void shipped(ShippedLine line) {
        shipped.add(line.quantity(), skuOf(line.lineNumber()));
    }

    private void cameBack(ReturnedLine line) {
        if (line.restock()) {
            restocked.add(line.quantity(), skuOf(line.lineNumber()));
        }
    }

    private void ended(LogRecord record, OrderEvent event) {
        terminalSettled = record.settled();
        terminalPlace = PackedPlace.of(record);
        terminalAtMs = event.meta().occurredAt().toEpochMilli();
    }

    private long skuOf(int lineNumber) {
        return lineNumber >= 1 && lineNumber <= skus.length ? skus[lineNumber - 1] : 0;
    }

    private static void add(Units units, List<StockLine> lines) {
        lines.forEach(line -> units.add(line.quantity(), Hash64.of(line.sku())));
    }
}
