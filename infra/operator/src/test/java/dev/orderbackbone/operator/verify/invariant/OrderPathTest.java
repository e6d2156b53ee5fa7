package dev.orderbackbone.operator.verify.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.order.CancellationReason;
import dev.orderbackbone.contract.order.HoldReason;
import dev.orderbackbone.contract.order.OrderCancelled;
import dev.orderbackbone.contract.order.OrderCancelling;
import dev.orderbackbone.contract.order.OrderCompleted;
import dev.orderbackbone.contract.order.OrderConfirmed;
import dev.orderbackbone.contract.order.OrderEvent;
import dev.orderbackbone.contract.order.OrderExpired;
import dev.orderbackbone.contract.order.OrderHeld;
import dev.orderbackbone.contract.order.OrderHistory;
import dev.orderbackbone.contract.order.OrderLine;
import dev.orderbackbone.contract.order.OrderPlaced;
import dev.orderbackbone.contract.order.OrderRejected;
import dev.orderbackbone.contract.order.OrderReleased;
import dev.orderbackbone.contract.order.OrderReturned;
import dev.orderbackbone.contract.order.OrderShipped;
import dev.orderbackbone.contract.order.OrderStatus;
import dev.orderbackbone.contract.order.ReturnedLine;
import dev.orderbackbone.contract.order.ShippedLine;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The auditor's table of states and the contract's were written by two people from one design: they must not differ. */
class OrderPathTest {
    private static final int HISTORIES = 200_000;
    private static final int LONGEST = 9;
    private static final OrderStatus[] STATES = {
        OrderStatus.PENDING, OrderStatus.CONFIRMED, OrderStatus.PROCESSING, OrderStatus.HELD, OrderStatus.CANCELLING
    };
    private static final CancellationReason[] REASONS = {
        CancellationReason.REQUESTED,
        CancellationReason.EXPIRED,
        CancellationReason.OUT_OF_STOCK,
        CancellationReason.PAYMENT_DECLINED
    };

    private final Random random = new Random(7);
    private boolean shipped;
    private boolean returned;

    @Test
    void agreesWithTheContractOnWhatMayFollowWhat() {
        long legal = 0;
        for (int i = 0; i < HISTORIES; i++) {
            legal += follow();
        }
        assertThat(legal).as("enough of the steps were legal ones").isGreaterThan(HISTORIES);
    }

    /** Follows one history up to its first illegal step; returns how many were legal. */
    private int follow() {
        shipped = false;
        returned = false;
        OrderPath path = new OrderPath();
        OrderHistory history = OrderHistory.of("o");
        for (int sequence = 1; sequence <= LONGEST; sequence++) {
            OrderEvent event = event(sequence);
            boolean legal = path.follow(event);
            history = history.after(event);
            boolean legalByContract = history.violations().isEmpty();
            assertThat(legal).as(history + ", " + event).isEqualTo(legalByContract);
            if (!legal) {
                return sequence - 1;
            }
            assertThat(path.status()).isEqualTo(history.status());
        }
        return LONGEST;
    }

    private OrderEvent event(int sequence) {
        Meta meta = new Meta(new UUID(0, sequence), "o", sequence, Instant.EPOCH, new UUID(0, 1), "s");
        if (sequence == 1) {
            return placed(meta);
        }
        return switch (random.nextInt(12)) {
            case 0 -> placed(meta);
            case 1 -> new OrderConfirmed(meta, 0);
            case 2 -> new OrderHeld(meta, HoldReason.OPERATOR, "", state());
            case 3, 4 -> new OrderReleased(meta, HoldReason.OPERATOR, state());
            case 5 -> new OrderCancelling(meta, reason(), "");
            case 6 -> new OrderCancelled(meta, "");
            case 7 -> new OrderExpired(meta);
            case 8 -> new OrderRejected(meta, reason(), "");
            case 9, 10 -> shipped ? new OrderCompleted(meta, 0) : shipped(meta);
            default -> shipped && !returned ? returned(meta) : new OrderCompleted(meta, 0);
        };
    }

    private OrderShipped shipped(Meta meta) {
        shipped = true;
        return new OrderShipped(meta, "shipment", List.of(new ShippedLine(1, 1)), 0, null, null);
    }

    private OrderReturned returned(Meta meta) {
        returned = true;
        return new OrderReturned(meta, "return", List.of(new ReturnedLine(1, 1, true)), 0, null);
    }

    /** Of one free thing, of which there are enough: whether quantities and amounts are right is another law. */
    private static OrderPlaced placed(Meta meta) {
        OrderLine line = new OrderLine(1, "sku", null, 1, 0, "main");
        return new OrderPlaced(
                meta, "k", 0, null, null, null, "EUR", List.of(line), List.of(), 0, Instant.EPOCH, Instant.EPOCH);
    }

    private OrderStatus state() {
        return STATES[random.nextInt(STATES.length)];
    }

    private CancellationReason reason() {
        return REASONS[random.nextInt(REASONS.length)];
    }
}
