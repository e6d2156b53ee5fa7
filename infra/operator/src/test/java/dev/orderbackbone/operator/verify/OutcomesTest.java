package dev.orderbackbone.operator.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.notification.NotificationRequested;
import dev.orderbackbone.contract.notification.NotificationSent;
import dev.orderbackbone.contract.order.OrderCancelled;
import dev.orderbackbone.contract.order.OrderCompleted;
import dev.orderbackbone.contract.order.OrderExpired;
import dev.orderbackbone.contract.order.OrderRejected;
import dev.orderbackbone.operator.verify.history.History;
import dev.orderbackbone.operator.verify.history.InMemoryEvidence;
import dev.orderbackbone.operator.verify.history.Plot;
import dev.orderbackbone.operator.verify.invariant.Law;
import org.junit.jupiter.api.Test;

class OutcomesTest {

    /** A second outcome can never follow legally, so the history of the order is broken as well. */
    @Test
    void noticesASecondOutcomeOfTheSameKind() {
        History history = History.of(51, 10, Plot.SHIPPED);
        OrderCompleted completed = history.first(OrderCompleted.class);
        history.append(new OrderCompleted(history.metaOfNext(completed.meta().orderId()), completed.shippedMinor()));

        Report report = Audits.auditEnded(history);

        Audits.assertBreaks(report, Law.I4, Law.I3);
        assertThat(Audits.firstOf(report, Law.I4).places()).hasSize(2);
    }

    /** As above. */
    @Test
    void noticesASecondOutcomeOfAnotherKind() {
        History history = History.of(52, 10, Plot.CANCELLED_WHEN_CONFIRMED);
        OrderCancelled cancelled = history.first(OrderCancelled.class);
        history.append(new OrderExpired(history.metaOfNext(cancelled.meta().orderId())));

        Audits.assertBreaks(Audits.auditEnded(history), Law.I4, Law.I3);
    }

    @Test
    void noticesAnOrderWithoutAnOutcomeWhereAllShouldHaveEnded() {
        History history = History.of(53, 10, Plot.SHIPPED);
        history.remove(history.first(OrderCompleted.class));

        Audits.assertBreaks(Audits.auditEnded(history), Law.I4);
    }

    @Test
    void noticesACancellationThatNothingHoldsUpAndThatDoesNotEnd() {
        History history = History.of(54, 10, Plot.PART_SHIPPED_THEN_CANCELLED);
        history.remove(history.first(OrderCompleted.class));

        Audits.assertBreaks(Audits.audit(InMemoryEvidence.of(history)), Law.I4);
    }

    @Test
    void noticesAnOrderThatShouldHaveExpired() {
        History history = History.of(55, 10, Plot.OUT_OF_STOCK);
        OrderRejected rejected = history.first(OrderRejected.class);
        String orderId = rejected.meta().orderId();
        history.remove(rejected);
        history.removeAll(message -> message instanceof NotificationRequested
                && message.meta().orderId().equals(orderId));
        history.removeAll(message ->
                message instanceof NotificationSent && message.meta().orderId().equals(orderId));
        history.mails.removeIf(mail -> mail.messageId().startsWith(orderId));

        Audits.assertBreaks(Audits.audit(InMemoryEvidence.of(history)), Law.I4);
    }
}
