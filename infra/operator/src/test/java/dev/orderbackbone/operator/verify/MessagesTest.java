package dev.orderbackbone.operator.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.notification.Channel;
import dev.orderbackbone.contract.notification.Milestone;
import dev.orderbackbone.contract.notification.NotificationEvent;
import dev.orderbackbone.contract.notification.NotificationRequested;
import dev.orderbackbone.contract.notification.NotificationSent;
import dev.orderbackbone.contract.notification.NotificationSuppressed;
import dev.orderbackbone.contract.notification.ResendNotification;
import dev.orderbackbone.contract.notification.SkipNotification;
import dev.orderbackbone.contract.order.Contact;
import dev.orderbackbone.contract.order.OrderConfirmed;
import dev.orderbackbone.contract.order.OrderRejected;
import dev.orderbackbone.contract.order.OrderShipped;
import dev.orderbackbone.operator.verify.evidence.SentMail;
import dev.orderbackbone.operator.verify.history.History;
import dev.orderbackbone.operator.verify.history.Plot;
import dev.orderbackbone.operator.verify.invariant.Law;
import java.time.Instant;
import java.util.Map;
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
    void noticesACustomerWhoIsToldOnceMoreThoughNobodySaidSo() {
        ResendNotification resend = history.first(ResendNotification.class, this::isAboutConfirmation);
        history.remove(resend);

        // What it caused now has no cause, either.
        Audits.assertBreaks(Audits.auditEnded(history), Law.I8, Law.I11);
    }

    @Test
    void noticesACustomerWhoIsToldOnceMoreBesidesWhatAnOperatorSaid() {
        NotificationSent sent =
                history.first(NotificationSent.class, event -> event.milestone() == Milestone.CONFIRMED);
        tell(sent.meta(), "second id", Milestone.CONFIRMED, "resend-of-nobody");

        Report report = Audits.auditEnded(history);

        Audits.assertBreaks(report, Law.I8);
        assertThat(Audits.firstOf(report, Law.I8).expected()).endsWith("once more only where an operator said so");
    }

    @Test
    void noticesAMessageThatIsSentOnceMoreTwiceForOneWordOfAnOperator() {
        ResendNotification resend = history.first(ResendNotification.class);
        tell(resend.meta(), "second id", resend.milestone(), resend.resentOccasion());

        Audits.assertBreaks(Audits.auditEnded(history), Law.I8);
    }

    @Test
    void noticesAMessageThatIsSentOnceMoreThoughThereWasNoFirst() {
        OrderConfirmed confirmed = history.first(OrderConfirmed.class, this::isOfAnOrderThatIsNotRejected);
        ResendNotification resend = new ResendNotification(
                history.metaAfter(confirmed.meta(), 0), Milestone.CONFIRMED, "", Channel.EMAIL, "4711", "why", "ada");
        history.removeAll(message -> isMessageOf(confirmed.meta().orderId(), message));
        history.mails.removeIf(
                mail -> mail.messageId().startsWith(confirmed.meta().orderId() + "."));
        history.append(resend);
        tell(resend.meta(), "once more", Milestone.CONFIRMED, resend.resentOccasion());

        Report report = Audits.auditEnded(history);

        Audits.assertBreaks(report, Law.I8);
        assertThat(Audits.firstOf(report, Law.I8).expected()).isEqualTo("a first message before it is sent once more");
    }

    @Test
    void noticesAMessageThatIsSkippedThoughNobodySaidSo() {
        SkipNotification skip = history.first(SkipNotification.class);
        history.remove(skip);

        Audits.assertBreaks(Audits.auditEnded(history), Law.I8, Law.I11);
    }

    @Test
    void noticesAMessageThatIsSkippedInThePlaceOfAnother() {
        history.replace(
                history.first(SkipNotification.class, skip -> skip.milestone() == Milestone.CONFIRMED),
                skip -> new SkipNotification(
                        skip.meta(),
                        Milestone.SHIPPED,
                        "shipment-1",
                        skip.channel(),
                        skip.requestId(),
                        skip.reason(),
                        skip.requestedBy()));

        Report report = Audits.auditEnded(history);

        Audits.assertBreaks(report, Law.I8);
        assertThat(Audits.firstOf(report, Law.I8).expected()).isEqualTo("a SkipNotification for what was skipped");
    }

    @Test
    void noticesThatIsAskedForWhatWasSkipped() {
        NotificationSuppressed skipped = history.first(
                NotificationSuppressed.class, event -> event.reason().equals(NotificationSuppressed.SKIPPED));
        Instant later = skipped.meta()
                .occurredAt()
                .plus(AuditSettings.USUAL.clockSkew())
                .plusMillis(1);
        history.append(
                request(Metas.at(later, skipped.meta()), skipped.messageId(), skipped.milestone(), skipped.occasion()));

        Report report = Audits.auditEnded(history);

        Audits.assertBreaks(report, Law.I8);
        assertThat(Audits.firstOf(report, Law.I8).expected()).isEqualTo("nothing asked for that was left out");
    }

    @Test
    void countsWhatOperatorsSaid() {
        Map<String, Long> remarks = Audits.auditEnded(history).of(Law.I8).remarks();

        assertThat(remarks.get("messages sent once more, as an operator said")).isPositive();
        assertThat(remarks.get("messages left out, as an operator said")).isPositive();
    }

    @Test
    void countsAMailThatRepeatsItsId() {
        SentMail mail = history.mails.getFirst();
        long before = repeats();
        history.mails.add(new SentMail(history.mails.size() + 1, mail.messageId()));

        Audits.assertSilent(Audits.auditEnded(history));
        assertThat(repeats()).isEqualTo(before + 1);
    }

    private boolean isAboutConfirmation(ResendNotification resend) {
        return resend.milestone() == Milestone.CONFIRMED;
    }

    private boolean isOfAnOrderThatIsNotRejected(OrderConfirmed confirmed) {
        return history.mails.stream()
                .anyMatch(mail -> mail.messageId().startsWith(confirmed.meta().orderId() + "."));
    }

    private static boolean isMessageOf(String orderId, Message message) {
        return message.meta().orderId().equals(orderId)
                && (message instanceof NotificationRequested || message instanceof NotificationEvent);
    }

    private long repeats() {
        return Audits.auditEnded(history)
                .of(Law.I8)
                .remarks()
                .getOrDefault("mails repeated with the same message id", 0L);
    }

    private void tell(Meta cause, String messageId, Milestone milestone, String occasion) {
        NotificationRequested request = request(history.metaAfter(cause, 0), messageId, milestone, occasion);
        history.append(request);
        history.append(new NotificationSent(
                history.metaAfter(request.meta(), 0), messageId, milestone, occasion, Channel.EMAIL, 1));
        history.mails.add(new SentMail(history.mails.size() + 1, messageId));
    }

    private static NotificationRequested request(Meta meta, String messageId, Milestone milestone, String occasion) {
        return new NotificationRequested(
                meta,
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
    }
}
