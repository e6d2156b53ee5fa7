package dev.orderbackbone.operator.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.notification.Channel;
import dev.orderbackbone.contract.notification.Milestone;
import dev.orderbackbone.contract.notification.NotificationRequested;
import dev.orderbackbone.contract.notification.NotificationSent;
import dev.orderbackbone.contract.order.Contact;
import dev.orderbackbone.contract.order.OrderConfirmed;
import dev.orderbackbone.contract.order.OrderRejected;
import dev.orderbackbone.contract.order.OrderShipped;
import dev.orderbackbone.operator.verify.evidence.SentMail;
import dev.orderbackbone.operator.verify.history.History;
import dev.orderbackbone.operator.verify.history.Plot;
import dev.orderbackbone.operator.verify.invariant.Law;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private final History history = History.of(91, 40, Plot.ending());

    @Test
    void noticesACustomerWhoIsToldTwiceUnderTwoIds() {
        NotificationSent sent = history.first(NotificationSent.class);
        tell(sent.meta(), "second id", sent.milestone(), sent.occasion());

        Report report = Audits.auditEnded(history);

        Audits.assertBreaks(report, Law.I8);
        assertThat(Audits.firstOf(report, Law.I8).expected()).startsWith("one message of " + sent.milestone());
    }

    @Test
    void noticesOneIdForTwoMessages() {
        NotificationSent sent =
                history.first(NotificationSent.class, event -> event.milestone() == Milestone.CONFIRMED);
        OrderShipped shipped = history.first(
                OrderShipped.class,
                event -> event.meta().orderId().equals(sent.meta().orderId()));
        tell(sent.meta(), sent.messageId(), Milestone.SHIPPED, shipped.shipmentId());

        // The shipment has now been told under two ids, which is the same law.
        Audits.assertBreaks(Audits.auditEnded(history), Law.I8);
    }

    @Test
    void noticesAMailThatNobodyAskedFor() {
        history.mails.add(new SentMail(history.mails.size() + 1, "nobody's message"));

        Report report = Audits.auditEnded(history);

        Audits.assertBreaks(report, Law.I8);
        assertThat(Audits.firstOf(report, Law.I8).places().getFirst().toString())
                .isEqualTo("mail ledger line " + history.mails.size());
    }

    @Test
    void noticesAMailThatWasNeverSent() {
        NotificationSent sent = history.first(NotificationSent.class);
        history.mails.removeIf(mail -> mail.messageId().equals(sent.messageId()));

        Report report = Audits.auditEnded(history);

        Audits.assertBreaks(report, Law.I8);
        assertThat(Audits.firstOf(report, Law.I8).subject())
                .isEqualTo(sent.meta().orderId());
    }

    @Test
    void noticesAMessageThatIsNotTrue() {
        OrderRejected rejected = history.first(OrderRejected.class);
        tell(rejected.meta(), "untrue", Milestone.CONFIRMED, "");

        Audits.assertBreaks(Audits.auditEnded(history), Law.I8);
    }

    @Test
    void noticesAMessageAboutAShipmentThatThereNeverWas() {
        OrderConfirmed confirmed = history.first(OrderConfirmed.class);
        tell(confirmed.meta(), "untrue", Milestone.SHIPPED, "shipment-99");

        Audits.assertBreaks(Audits.auditEnded(history), Law.I8);
    }

    @Test
    void countsAMailThatRepeatsItsId() {
        SentMail mail = history.mails.getFirst();
        long before = repeats();
        history.mails.add(new SentMail(history.mails.size() + 1, mail.messageId()));

        Audits.assertSilent(Audits.auditEnded(history));
        assertThat(repeats()).isEqualTo(before + 1);
    }

    private long repeats() {
        return Audits.auditEnded(history)
                .of(Law.I8)
                .remarks()
                .getOrDefault("mails repeated with the same message id", 0L);
    }

    private void tell(Meta cause, String messageId, Milestone milestone, String occasion) {
        NotificationRequested request = new NotificationRequested(
                history.metaAfter(cause, 0),
                messageId,
                milestone,
                occasion,
                Channel.EMAIL,
                1,
                new Contact("Kim", "kim@example.com"),
                "EUR",
                1,
                "",
                Instant.EPOCH);
        history.append(request);
        history.append(new NotificationSent(
                history.metaAfter(request.meta(), 0), messageId, milestone, occasion, Channel.EMAIL, 1));
        history.mails.add(new SentMail(history.mails.size() + 1, messageId));
    }
}
