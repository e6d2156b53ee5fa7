package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.contract.order.OrderCancelling;
import dev.orderbackbone.contract.order.OrderEvent;
import dev.orderbackbone.contract.order.OrderStatus;
import dev.orderbackbone.operator.verify.evidence.LogRecord;
import org.jspecify.annotations.Nullable;

/** The money of one order: what it is worth, and what was paid. Plain fields, filled in by {@link OrderValue} and {@link PaidAmounts}. */
final class OrderMoney {
    final OrderPath path = new OrderPath();
    final OpenQuestions questions = new OpenQuestions();
    OrderGoods goods = OrderGoods.NONE;
    boolean placed;
    long totalMinor;

    @Nullable
    String currency;

    /** Charges that no shipment has carried yet; below 0 where a discount exceeds the goods shipped so far. */
    long chargesLeftMinor;

    final Movements shipments = new Movements();
    final Movements returns = new Movements();
    boolean cancelling;
    boolean confirmedSettled;
    long confirmedPlace;
    boolean terminalSettled;
    OrderStatus outcome = OrderStatus.UNKNOWN;
    long terminalPlace;
    long terminalAtMs;

    long authorizedMinor;
    long voidedMinor;
    int authorizations;
    long paymentPlace;
    boolean paymentSettled;
    long movedAtMs;

    @Nullable
    String paidCurrency;

    final Movements captures = new Movements();
    final Movements refunds = new Movements();
    final Movements refundsFailed = new Movements();

    long outstandingMinor() {
        return authorizedMinor - captures.sumMinor() - voidedMinor;
    }

    long keptMinor() {
        return captures.sumMinor() - refunds.sumMinor();
    }

    /** Follows the order's states. */
    void follow(LogRecord record, OrderEvent event) {
        path.follow(event);
        cancelling |= event instanceof OrderCancelling;
        if (OrderPath.isTerminal(event)) {
            outcome = path.status();
            terminalSettled = record.settled();
            terminalPlace = PackedPlace.of(record);
            terminalAtMs = event.meta().occurredAt().toEpochMilli();
        }
    }

    /** Whether money moved after the order had ended: that is remedied, and the remedy may be under way. */
    boolean movedLate() {
        return movedAtMs >= terminalAtMs;
    }
}
