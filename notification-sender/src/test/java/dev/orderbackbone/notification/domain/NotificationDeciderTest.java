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
