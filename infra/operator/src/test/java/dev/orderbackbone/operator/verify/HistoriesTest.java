package dev.orderbackbone.operator.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.order.CancellationReason;
import dev.orderbackbone.contract.order.HoldReason;
import dev.orderbackbone.contract.order.OrderCancelling;
import dev.orderbackbone.contract.order.OrderCompleted;
import dev.orderbackbone.contract.order.OrderHeld;
import dev.orderbackbone.contract.order.OrderReleased;
import dev.orderbackbone.contract.order.OrderStatus;
import dev.orderbackbone.operator.verify.history.History;
import dev.orderbackbone.operator.verify.history.Plot;
import dev.orderbackbone.operator.verify.invariant.Law;
import dev.orderbackbone.operator.verify.invariant.Violation;
import org.junit.jupiter.api.Test;

class HistoriesTest {
    private final History history = History.of(41, 40, Plot.ending());

    @Test
    void noticesAGapInAnOrdersSequence() {
        OrderCompleted last = history.first(
                OrderCompleted.class,
                event -> history.lastOf(event.meta().orderId()).equals(event));
        int sequence = last.meta().sequence();
        history.replace(
                last,
                event -> new OrderCompleted(Metas.withSequence(event.meta(), sequence + 1), event.shippedMinor()));

        Report report = Audits.auditEnded(history);

        Audits.assertBreaks(report, Law.I3);
        Violation violation = Audits.firstOf(report, Law.I3);
        assertThat(violation.subject()).isEqualTo(last.meta().orderId());
        assertThat(violation.expected()).isEqualTo("sequence " + sequence);
        assertThat(violation.places().getFirst().source()).isEqualTo("orders.events.v1");
    }

    @Test
    void noticesAnOrderThatGoesOnSomewhereElseThanWhereItWasHeld() {
        history.replace(
                history.first(OrderReleased.class, event -> event.resumed() == OrderStatus.CONFIRMED),
                event -> new OrderReleased(event.meta(), event.reason(), OrderStatus.PROCESSING));

        Audits.assertBreaks(Audits.auditEnded(history), Law.I3);
    }

    @Test
    void noticesAnOrderThatIsHeldAfterItsEnd() {
        OrderCompleted completed = history.first(OrderCompleted.class);
        String orderId = completed.meta().orderId();
        history.append(
                new OrderHeld(history.metaOfNext(orderId), HoldReason.OPERATOR, "too late", OrderStatus.COMPLETED));

        Audits.assertBreaks(Audits.auditEnded(history), Law.I3);
    }

    @Test
    void noticesAnExpiryOfAnOrderThatWasConfirmed() {
        // Its end, OrderCancelled, is illegal then too: the same law.
        history.replace(
                history.first(OrderCancelling.class, this::cancelsAConfirmedOrder),
                event -> new OrderCancelling(event.meta(), CancellationReason.EXPIRED, event.detail()));

        Report report = Audits.auditEnded(history);

        Audits.assertBreaks(report, Law.I3);
        assertThat(report.of(Law.I3).violations()).isEqualTo(2);
    }

    private boolean cancelsAConfirmedOrder(OrderCancelling event) {
        return event.reason() == CancellationReason.REQUESTED
                && event.meta().sequence() == 3
                && history.lastOf(event.meta().orderId()).meta().sequence() == 4;
    }
}
