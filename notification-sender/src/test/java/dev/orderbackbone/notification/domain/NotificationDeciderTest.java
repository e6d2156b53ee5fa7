package dev.orderbackbone.notification.domain;

import static dev.orderbackbone.notification.domain.Given.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.notification.Milestone;
import dev.orderbackbone.contract.notification.NotificationFailed;
import dev.orderbackbone.contract.notification.NotificationRequested;
import dev.orderbackbone.contract.notification.NotificationSuppressed;
import dev.orderbackbone.contract.notification.ResendNotification;
import dev.orderbackbone.contract.order.Contact;
import dev.orderbackbone.contract.payment.VoidPayment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NotificationDeciderTest {
    private static final NotificationRules RULES =
            new NotificationRules(Duration.ofMinutes(10), Duration.ofMinutes(25));

    private final NotificationDecider decider = new NotificationDecider(RULES);
    private final Given given = new Given();
    private final List<Message> written = new ArrayList<>();
    private @Nullable Correspondence state;

    @Test
    void tellsEachMilestoneOnceHoweverOftenItIsReported() {
        when(given.placed());
        when(given.confirmed());

        assertThat(when(given.confirmed())).isEqualTo(Decision.ignored("duplicate"));
        assertThat(requests()).extracting(NotificationRequested::milestone).containsExactly(Milestone.CONFIRMED);
        assertThat(requests().getFirst().amountMinor()).isEqualTo(1_000);
    }

    @Test
    void tellsEachShipmentAndEachRefund() {
        when(given.placed());
        when(given.shipped("s1"));
        when(given.shipped("s2"));
        when(given.refunded("r1"));
        when(given.shipped("s1"));

        assertThat(requests()).extracting(NotificationRequested::occasion).containsExactly("s1", "s2", "r1");
        assertThat(requests()).extracting(NotificationRequested::messageId).doesNotHaveDuplicates();
        assertThat(requests().getFirst().detail()).isEqualTo("track-s1");
    }

    @Test
    void tellsRejectionCancellationAndExpiry() {
        assertThat(milestoneAfter(given.rejected())).isEqualTo(Milestone.REJECTED);
        assertThat(milestoneAfter(given.cancelled())).isEqualTo(Milestone.CANCELLED);
        assertThat(milestoneAfter(given.expired())).isEqualTo(Milestone.CANCELLED);
    }

    @Test
    void tellsNothingOfLongAgoWhenTheLogIsReadAgain() {
        Instant later = NOON.plus(RULES.giveUpAfter());
        apply(decider.decide(state, given.placed(), later));
        apply(decider.decide(state, given.confirmed(), later));

        assertThat(written)
                .singleElement()
                .isInstanceOfSatisfying(
                        NotificationSuppressed.class,
                        suppressed -> assertThat(suppressed.reason()).isEqualTo("too-late"));
    }

    @Test
    void saysThatItDoesNotWriteToACustomerWithoutAnAddress() {
        when(given.placed(new Contact("Ann", null)));
        when(given.confirmed());

        assertThat(written).singleElement().isInstanceOfSatisfying(NotificationSuppressed.class, suppressed -> {
            assertThat(suppressed.reason()).isEqualTo("no-address");
            assertThat(suppressed.milestone()).isEqualTo(Milestone.CONFIRMED);
        });
        assertThat(when((NotificationSuppressed) written.getFirst())).isEqualTo(Decision.ignored("duplicate"));
    }

    @Test
    void remembersARefundThatIsSeenBeforeTheOrderAndTellsItThen() {
        when(given.refunded("r1"));
        assertThat(written).isEmpty();

        when(given.placed());

        assertThat(requests()).extracting(NotificationRequested::occasion).containsExactly("r1");
        assertThat(requests().getFirst().currency()).isEqualTo("GBP");
    }

    @Test
    void asksAgainWithTheSameMessageIdWhenNoResultComes() {
        when(given.placed());
        when(given.confirmed());
        due(NOON.plus(RULES.askAgainAfter()));

        assertThat(requests()).extracting(NotificationRequested::attempt).containsExactly(1, 2);
        assertThat(requests().get(1).messageId()).isEqualTo(requests().get(0).messageId());
        assertThat(requests().get(1).meta().eventId())
                .isNotEqualTo(requests().get(0).meta().eventId());
    }

    @Test
    void givesUpAfterTheTimeThatTheRulesAllow() {
        when(given.placed());
        when(given.confirmed());
        due(NOON.plus(Duration.ofMinutes(10)));
        due(NOON.plus(Duration.ofMinutes(20)));
        due(NOON.plus(Duration.ofMinutes(30)));

        assertThat(written.getLast()).isInstanceOf(NotificationFailed.class);
        assertThat(state().nextSendBy()).isNull();
    }

    @Test
    void asksNoMoreOnceThereIsAResult() {
        when(given.placed());
        when(given.confirmed());
        when(given.sent(requests().getFirst()));

        assertThat(state().nextSendBy()).isNull();
        due(NOON.plus(Duration.ofDays(1)));
        assertThat(requests()).hasSize(1);
    }

    @Test
    void aLateResultOfAnEarlierAttemptSettlesTheMessageAndASecondOneIsIgnored() {
        when(given.placed());
        when(given.confirmed());
        NotificationRequested first = requests().getFirst();
        due(NOON.plus(RULES.askAgainAfter()));
        when(given.sent(first));

        assertThat(when(given.failed(requests().getLast()))).isEqualTo(Decision.ignored("duplicate"));
        assertThat(state().announcements().getFirst().status()).isEqualTo(MessageStatus.SENT);
    }

    @Test
    void ignoresTheResultOfAMessageThatItNeverAskedFor() {
        when(given.placed());
        NotificationRequested strange = requestOf(new Given());

        assertThat(when(given.sent(strange))).isEqualTo(Decision.ignored("unknown-message"));
    }

    @Test
    void sendsOnceMoreUnderAnIdOfItsOwnWhatWasSent() {
        when(given.placed());
        when(given.shipped("s1"));
        NotificationRequested first = requests().getFirst();
        when(given.sent(first));
        ResendNotification command = given.resend(Milestone.SHIPPED, "s1", "4711");
        when(command);

        NotificationRequested again = requests().getLast();
        assertThat(again.messageId()).isEqualTo(first.messageId() + ".resend-4711");
        assertThat(again.occasion()).isEqualTo("s1.resend-4711").isEqualTo(command.resentOccasion());
        assertThat(again.amountMinor()).isEqualTo(first.amountMinor());
        assertThat(again.detail()).isEqualTo(first.detail());
        assertThat(again.attempt()).isEqualTo(1);
        assertThat(when(command)).isEqualTo(Decision.ignored("duplicate"));
        assertThat(requests()).hasSize(2);
    }

    @Test
    void sendsOnceMoreWhatWasGivenUpAndThatOnceMoreToo() {
        when(given.placed());
        when(given.confirmed());
        when(given.failed(requests().getFirst()));
        when(given.resend(Milestone.CONFIRMED, "", "1"));
        assertThat(when(given.resend(Milestone.CONFIRMED, "", "2"))).isEqualTo(Decision.ignored("still-owed"));

        when(given.sent(requests().getLast()));
        when(given.resend(Milestone.CONFIRMED, "", "3"));

        assertThat(requests()).extracting(NotificationRequested::occasion).containsExactly("", "resend-1", "resend-3");
    }

    @Test
    void givesUpWhatAnOperatorSkipsAndAsksForItNoMore() {
        when(given.placed());
        when(given.confirmed());
        due(NOON.plus(RULES.askAgainAfter()));
        when(given.skip(Milestone.CONFIRMED, ""));

        assertThat(written.getLast()).isInstanceOfSatisfying(NotificationSuppressed.class, suppressed -> {
            assertThat(suppressed.reason()).isEqualTo("skipped");
            assertThat(suppressed.messageId()).isEqualTo(requests().getFirst().messageId());
        });
        assertThat(state().nextSendBy()).isNull();
        assertThat(when(given.skip(Milestone.CONFIRMED, ""))).isEqualTo(Decision.ignored("not-owed"));
        when(given.shipped("s1"));
        assertThat(requests().getLast().occasion()).isEqualTo("s1");
    }

    @Test
    void whatWasSkippedCountsAsSentWhereTheMailServerTookItAllTheSame() {
        when(given.placed());
        when(given.confirmed());
        NotificationRequested request = requests().getFirst();
        when(given.skip(Milestone.CONFIRMED, ""));

        assertThat(when(given.failed(request))).isEqualTo(Decision.ignored("duplicate"));
        when(given.sent(request));
        assertThat(state().announcements().getFirst().status()).isEqualTo(MessageStatus.SENT);
    }

    @Test
    void skipsTheOneThatIsSentOnceMoreUnderTheNameOfTheFirst() {
        when(given.placed());
        when(given.shipped("s1"));
        when(given.sent(requests().getFirst()));
        when(given.resend(Milestone.SHIPPED, "s1", "1"));
        when(given.skip(Milestone.SHIPPED, "s1"));

        assertThat(written.getLast())
                .isInstanceOfSatisfying(
                        NotificationSuppressed.class,
                        suppressed -> assertThat(suppressed.occasion()).isEqualTo("s1.resend-1"));
    }

    @Test
    void anOperatorCanNeitherRepeatNorSkipWhatThereIsNot() {
        assertThat(when(given.resend(Milestone.CONFIRMED, "", "1"))).isEqualTo(Decision.ignored("unknown-order"));
        assertThat(when(given.skip(Milestone.CONFIRMED, ""))).isEqualTo(Decision.ignored("unknown-order"));
        when(given.placed());
        when(given.shipped("s1"));

        assertThat(when(given.resend(Milestone.CONFIRMED, "", "1"))).isEqualTo(Decision.ignored("unknown-message"));
        assertThat(when(given.resend(Milestone.SHIPPED, "s", "1"))).isEqualTo(Decision.ignored("unknown-message"));
        assertThat(when(given.skip(Milestone.SHIPPED, "s2"))).isEqualTo(Decision.ignored("unknown-message"));
        assertThat(requests()).hasSize(1);
    }

    @Test
    void sendsNothingOnceMoreToACustomerWithoutAnAddress() {
        when(given.placed(new Contact("Ann", null)));
        when(given.confirmed());

        assertThat(when(given.resend(Milestone.CONFIRMED, "", "1"))).isEqualTo(Decision.ignored("no-address"));
    }

    @Test
    void sendsNothingOnceMoreWhenTheLogIsReadAgain() {
        Instant later = NOON.plus(RULES.giveUpAfter());
        for (Message message : List.of(given.placed(), given.confirmed(), given.resend(Milestone.CONFIRMED, "", "1"))) {
            apply(decider.decide(state, message, later));
        }

        assertThat(written)
                .hasSize(2)
                .allSatisfy(message ->
                        assertThat(((NotificationSuppressed) message).reason()).isEqualTo("too-late"));
    }

    @Test
    void refusesAMessageThatIsNotForIt() {
        assertThatThrownBy(() -> decider.decide(null, new VoidPayment(given.meta(), "?"), NOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("VoidPayment");
    }

    private Decision<Correspondence> when(Message input) {
        return apply(decider.decide(state, input, NOON));
    }

    private void due(Instant now) {
        apply(decider.decideDue(state(), now));
    }

    private Decision<Correspondence> apply(Decision<Correspondence> decision) {
        if (decision instanceof Decision.Decided<Correspondence>(Correspondence next, List<Message> messages)) {
            state = next;
            written.addAll(messages);
        }
        return decision;
    }

    private Correspondence state() {
        assertThat(state).isNotNull();
        return state;
    }

    private List<NotificationRequested> requests() {
        return written.stream()
                .filter(NotificationRequested.class::isInstance)
                .map(NotificationRequested.class::cast)
                .toList();
    }

    private Milestone milestoneAfter(Message event) {
        state = null;
        written.clear();
        when(given.placed());
        when(event);
        return requests().getFirst().milestone();
    }

    private NotificationRequested requestOf(Given other) {
        Decision.Decided<Correspondence> placed =
                (Decision.Decided<Correspondence>) decider.decide(null, other.placed(), NOON);
        Decision.Decided<Correspondence> rejected =
                (Decision.Decided<Correspondence>) decider.decide(placed.state(), other.rejected(), NOON);
        return (NotificationRequested) rejected.messages().getFirst();
    }
}
