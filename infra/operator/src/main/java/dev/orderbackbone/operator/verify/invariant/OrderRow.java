package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.contract.order.CancellationReason;
import dev.orderbackbone.contract.order.HoldReason;
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
import dev.orderbackbone.operator.verify.evidence.ReadTable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the row of one order, and those of its lines, must say after the events that have been projected. Columns that never change are kept as a
 * hash: 16 bytes for each line.
 */
final class OrderRow {
    private final OrderPath path = new OrderPath();
    private final long fixedHash;
    private final long[] lineHashes;
    private final int[] shipped;
    private final int[] returned;
    private @Nullable HoldReason hold;
    private @Nullable CancellationReason cancellation;
    private long authorizedMinor;
    private long shippedMinor;
    private long returnedMinor;
    private @Nullable Long confirmedAtMs;
    private @Nullable Long closedAtMs;
    private long updatedAtMs;
    private UUID lastEventId;
    private int sequence;
    private long offset;

    OrderRow(OrderPlaced placed, long offset) {
        List<OrderLine> lines = placed.lines();
        fixedHash = fixedHashOf(placed);
        lineHashes = lines.stream().mapToLong(OrderRow::fixedHashOf).toArray();
        shipped = new int[lines.size()];
        returned = new int[lines.size()];
        lastEventId = placed.meta().eventId();
        took(placed, offset);
    }

    /** Folds one more event in; one that is in it already changes nothing. Returns whether it is new. */
    boolean take(OrderEvent event, long eventOffset) {
        if (event.meta().sequence() <= sequence) {
            return false;
        }
        fold(event);
        took(event, eventOffset);
        return true;
    }

    /** Hash of the order's row. */
    long hash() {
        return RowHash.goOn(fixedHash, changing());
    }

    /** Sum of the hashes of the lines' rows. */
    long lineHashes() {
        long sum = 0;
        for (int line = 0; line < lineHashes.length; line++) {
            sum += RowHash.goOn(lineHashes[line], (long) shipped[line], (long) returned[line]);
        }
        return sum;
    }

    /** The columns that change, for a person. */
    @Override
    public String toString() {
        List<@Nullable Object> values = changing();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            text.append(i == 0 ? "" : ", ")
                    .append(ReadTable.ORDERS
                            .columns()
                            .get(ReadTable.ORDERS.fixedColumns() + i)
                            .name())
                    .append(' ')
                    .append(values.get(i));
        }
        return text.toString();
    }

    private List<@Nullable Object> changing() {
        return Arrays.asList(
                path.status().name(),
                (long) sequence,
                hold == null ? null : hold.name(),
                cancellation == null ? null : cancellation.name(),
                authorizedMinor,
                shippedMinor,
                returnedMinor,
                sum(shipped),
                sum(returned),
                confirmedAtMs,
                closedAtMs,
                updatedAtMs,
                lastEventId,
                offset);
    }

    private static long fixedHashOf(OrderPlaced placed) {
        return RowHash.goOn(
                RowHash.begin(ReadTable.ORDERS),
                placed.meta().storeId(),
                placed.currency(),
                placed.totalMinor(),
                OrderGoods.of(placed).orderedMinor(),
                OrderGoods.chargesMinor(placed),
                (long) placed.lines().size(),
                placed.lines().stream().mapToLong(OrderLine::quantity).sum(),
                placed.customerId(),
                placed.country(),
                placed.idempotencyKey(),
                placed.contentHash(),
                placed.orderedAt().toEpochMilli(),
                placed.meta().occurredAt().toEpochMilli(),
                placed.confirmBy().toEpochMilli());
    }

    private static long fixedHashOf(OrderLine line) {
        return RowHash.goOn(
                RowHash.begin(ReadTable.ORDER_LINES),
                (long) line.lineNumber(),
                line.sku(),
                line.description(),
                line.location(),
                (long) line.quantity(),
                line.unitPriceMinor());
    }

    private void took(OrderEvent event, long eventOffset) {
        path.follow(event);
        updatedAtMs = millis(event.meta().occurredAt());
        lastEventId = event.meta().eventId();
        sequence = event.meta().sequence();
        offset = eventOffset;
        if (OrderPath.isTerminal(event)) {
            closedAtMs = updatedAtMs;
        }
    }

    private void fold(OrderEvent event) {
        switch (event) {
            case OrderPlaced again -> {}
            case OrderConfirmed confirmed -> {
                authorizedMinor = confirmed.authorizedMinor();
                confirmedAtMs = millis(confirmed.meta().occurredAt());
            }
            case OrderHeld held -> hold = held.reason();
            case OrderReleased released -> hold = null;
            case OrderCancelling cancelling -> {
                hold = null;
                cancellation = cancelling.reason();
            }
            case OrderShipped shipment -> {
                shippedMinor += shipment.amountMinor();
                shipment.lines().forEach(line -> add(shipped, line.lineNumber(), line.quantity()));
            }
            case OrderReturned back -> {
                returnedMinor += back.refundMinor();
                back.lines().forEach(line -> add(returned, line.lineNumber(), line.quantity()));
            }
            case OrderRejected rejected -> cancellation = rejected.reason();
            case OrderCancelled cancelled -> cancellation = CancellationReason.REQUESTED;
            case OrderExpired expired -> cancellation = CancellationReason.EXPIRED;
            case OrderCompleted completed -> {}
        }
    }

    private static void add(int[] units, int lineNumber, int quantity) {
        if (lineNumber >= 1 && lineNumber <= units.length) {
            units[lineNumber - 1] += quantity;
        }
    }

    private static long sum(int[] units) {
        long sum = 0;
        for (int quantity : units) {
            sum += quantity;
        }
        return sum;
    }

    private static long millis(Instant time) {
        return time.toEpochMilli();
    }
}
