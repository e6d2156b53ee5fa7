package dev.orderbackbone.operator.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.inventory.ReleaseReservation;
import dev.orderbackbone.contract.inventory.StockLevel;
import dev.orderbackbone.contract.notification.NotificationSent;
import dev.orderbackbone.contract.order.OrderHeld;
import dev.orderbackbone.contract.order.OrderReleased;
import dev.orderbackbone.contract.order.OrderStatus;
import dev.orderbackbone.contract.payment.PaymentAuthorized;
import dev.orderbackbone.operator.verify.history.History;
import dev.orderbackbone.operator.verify.history.InMemoryEvidence;
import dev.orderbackbone.operator.verify.history.Plot;
import dev.orderbackbone.operator.verify.history.Written;
import dev.orderbackbone.operator.verify.invariant.Law;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CausesTest {
    private final History history = History.of(121, 40, Plot.ending());

    @Test
    void noticesACauseThatStandsNowhere() {
        NotificationSent sent = history.first(NotificationSent.class);
        history.replace(sent, event -> saying(event, Metas.causedBy(event.meta(), new UUID(5, 6))));

        Report report = Audits.auditEnded(history);

        Audits.assertBreaks(report, Law.I11);
        assertThat(Audits.firstOf(report, Law.I11).subject())
                .isEqualTo(sent.meta().orderId());
    }

    @Test
    void noticesACommandWithoutACause() {
        history.replace(
                history.first(ReleaseReservation.class),
                command -> new ReleaseReservation(Metas.causedBy(command.meta(), new UUID(5, 6)), command.pool()));

        Report report = Audits.auditEnded(history);

        Audits.assertBreaks(report, Law.I11);
        assertThat(Audits.firstOf(report, Law.I11).places().getFirst().source()).isEqualTo("inventory.commands.v1");
    }

    @Test
    void noticesAnEventIdThatStandsOnTwoRecordsOfOneOrder() {
        history.append(history.first(NotificationSent.class));

        Audits.assertBreaks(Audits.auditEnded(history), Law.I11);
    }

    @Test
    void noticesAnEventIdThatStandsInTwoPartitions() {
        UUID id = sentIn(1).meta().eventId();
        history.replace(sentIn(0), event -> saying(event, Metas.withId(event.meta(), id)));

        Audits.assertBreaks(Audits.auditEnded(history), Law.I11);
    }

    @Test
    void noticesAServiceThatActsForNoReason() {
        history.replace(
                history.first(PaymentAuthorized.class),
                event -> new PaymentAuthorized(
                        Metas.causedBy(event.meta(), event.meta().eventId()),
                        event.amountMinor(),
                        event.currency(),
                        event.authorizationId()));

        Audits.assertBreaks(Audits.auditEnded(history), Law.I11);
    }

    @Test
    void noticesACauseThatComesAfterItsEffect() {
        OrderReleased released = history.first(OrderReleased.class);
        history.replace(
                history.first(
                        OrderHeld.class,
                        event -> event.meta().orderId().equals(released.meta().orderId())),
                event -> new OrderHeld(
                        Metas.causedBy(event.meta(), released.meta().eventId()),
                        event.reason(),
                        event.detail(),
                        event.heldFrom()));

        Report report = Audits.auditEnded(history);

        Audits.assertBreaks(report, Law.I11);
        assertThat(Audits.firstOf(report, Law.I11).seen()).contains("later in the same partition");
    }

    @Test
    void noticesACauseOfALaterDate() {
        OrderHeld held = history.first(OrderHeld.class, event -> event.heldFrom() == OrderStatus.PENDING);
        NotificationSent later = history.first(
                NotificationSent.class,
                event -> event.meta().orderId().equals(held.meta().orderId()));
        history.replace(
                held,
                event -> new OrderHeld(
                        Metas.causedBy(event.meta(), later.meta().eventId()),
                        event.reason(),
                        event.detail(),
                        event.heldFrom()));
        AuditSettings usual = AuditSettings.USUAL;

        Audits.assertBreaks(
                Audits.audit(
                        InMemoryEvidence.of(history),
                        new AuditSettings(
                                false, usual.mostPrinted(), 1, usual.mostRecords(), Duration.ZERO, usual.grace())),
                Law.I11);
        Audits.assertSilent(Audits.audit(InMemoryEvidence.of(history)));
    }

    @Test
    void noticesARecordUnderAKeyThatIsNotItsOwn() {
        StockLevel level = history.first(StockLevel.class);
        int index = history.indexOf(level);
        Written written = history.log.get(index);
        history.log.set(index, new Written(written.topic(), written.partition(), "another key", level, written.fate()));

        Audits.assertBreaks(Audits.auditEnded(history), Law.I11);
    }

    private NotificationSent sentIn(int partition) {
        return history.log.stream()
                .filter(written -> written.partition() == partition)
                .map(Written::message)
                .filter(NotificationSent.class::isInstance)
                .map(NotificationSent.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static NotificationSent saying(NotificationSent event, Meta meta) {
        return new NotificationSent(
                meta, event.messageId(), event.milestone(), event.occasion(), event.channel(), event.attempt());
    }
}
