package dev.orderbackbone.payment.flow;

import static dev.orderbackbone.contract.payment.GatewayOutcome.APPROVED;
import static dev.orderbackbone.contract.payment.GatewayOutcome.NOT_FOUND;
import static dev.orderbackbone.contract.payment.GatewayOutcome.NO_ANSWER;
import static dev.orderbackbone.runtime.Delivery.FIRST;
import static dev.orderbackbone.runtime.Delivery.REPEATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.payment.GatewayAnswer;
import dev.orderbackbone.contract.payment.GatewayCall;
import dev.orderbackbone.contract.payment.GatewayOutcome;
import dev.orderbackbone.payment.Calls;
import dev.orderbackbone.payment.flow.PaymentGateway.Reply;
import dev.orderbackbone.runtime.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallingTheGatewayTest {
    private static final Reply DONE = new Reply.Answered(APPROVED, "auth_1", 2_500, "");
    private static final Reply UNHEARD_OF = new Reply.Answered(NOT_FOUND, null, 2_500, "");
    private static final Reply NOT_DONE = new Reply.NotDone("not-connected");
    private static final Reply UNKNOWN = new Reply.Unknown("timeout");

    private final GatewayCall call = Calls.authorize("order-1", "tok_ok");
    private final CircuitBreaker circuit = new CircuitBreaker(3);

    @Test
    void answersWithTheGatewaysWord() throws Exception {
        Scripted gateway = new Scripted(DONE);

        GatewayAnswer answer = perform(gateway, call, FIRST);

        assertThat(answer.outcome()).isEqualTo(APPROVED);
        assertThat(answer.callId()).isEqualTo(call.callId());
        assertThat(answer.authorizationId()).isEqualTo("auth_1");
        assertThat(answer.meta().causationId()).isEqualTo(call.meta().eventId());
        assertThat(answer.meta().orderId()).isEqualTo("order-1");
        assertThat(gateway.requests).containsExactly("do");
    }

    @Test
    void answersTheSameCallTwiceWithTwoMessages() throws Exception {
        Scripted gateway = new Scripted(DONE, DONE);

        assertThat(perform(gateway, call, FIRST).meta().eventId())
                .isNotEqualTo(perform(gateway, call, FIRST).meta().eventId());
    }

    @Test
    void doesNotTryAgainWhatMayHaveBeenDone() throws Exception {
        Scripted gateway = new Scripted(UNKNOWN);

        assertAnswer(perform(gateway, call, FIRST), NO_ANSWER, "timeout");
        assertThat(gateway.requests).containsExactly("do");
    }

    @Test
    void triesAgainWhatWasNotDone() throws Exception {
        Scripted gateway = new Scripted(NOT_DONE, NOT_DONE, DONE);

        assertThat(perform(gateway, call, FIRST).outcome()).isEqualTo(APPROVED);
        assertThat(gateway.requests).containsExactly("do", "do", "do");
    }

    @Test
    void saysAfterAWhileThatItWasNotDone() throws Exception {
        Scripted gateway = new Scripted(NOT_DONE);

        assertAnswer(perform(gateway, call, FIRST, Duration.ZERO), NOT_FOUND, "not-connected");
    }

    @Test
    void asksOnlyWhereItIsToldTo() throws Exception {
        Scripted gateway = new Scripted(DONE);

        assertThat(perform(gateway, Calls.asking(call), FIRST).outcome()).isEqualTo(APPROVED);
        assertThat(gateway.requests).containsExactly("ask");
    }

    @Test
    void doesNotDoWhatItWasOnlyToAskAbout() throws Exception {
        Scripted gateway = new Scripted(UNHEARD_OF);

        assertThat(perform(gateway, Calls.asking(call), FIRST).outcome()).isEqualTo(NOT_FOUND);
        assertThat(gateway.requests).containsExactly("ask");
    }

    @Test
    void aQuestionThatCannotBeAskedIsNotAnswered() throws Exception {
        Scripted gateway = new Scripted(NOT_DONE);

        assertAnswer(perform(gateway, Calls.asking(call), FIRST, Duration.ZERO), NO_ANSWER, "not-connected");
    }

    @Test
    void asksBeforeItDoesWhatIsDeliveredAgain() throws Exception {
        Scripted done = new Scripted(DONE);
        Scripted notDone = new Scripted(UNHEARD_OF, DONE);

        assertThat(perform(done, call, REPEATED).outcome()).isEqualTo(APPROVED);
        assertThat(done.requests).containsExactly("ask");
        assertThat(perform(notDone, call, REPEATED).outcome()).isEqualTo(APPROVED);
        assertThat(notDone.requests).containsExactly("ask", "do");
    }

    @Test
    void nobodyKnowsOfACallThatIsDeliveredAgainWhileItCannotBeAskedAbout() throws Exception {
        Scripted gateway = new Scripted(NOT_DONE);

        assertAnswer(perform(gateway, call, REPEATED, Duration.ZERO), NO_ANSWER, "not-connected");
    }

    @Test
    void doesNotTroubleAGatewayThatIsInTrouble() throws Exception {
        Scripted gateway = new Scripted(UNKNOWN, UNKNOWN, UNKNOWN);
        for (int failure = 0; failure < 3; failure++) {
            perform(gateway, call, FIRST);
        }

        assertAnswer(perform(gateway, call, FIRST, Duration.ofMillis(100)), NOT_FOUND, "circuit-open");
        assertThat(gateway.requests).hasSize(3);
    }

    @Test
    void goesOnWhenTheGatewayIsBack() throws Exception {
        Scripted gateway = new Scripted(UNKNOWN, UNKNOWN, UNKNOWN, DONE, DONE);
        for (int failure = 0; failure < 3; failure++) {
            perform(gateway, call, FIRST);
        }

        assertThat(perform(gateway, call, FIRST).outcome()).isEqualTo(APPROVED);
        assertThat(circuit.isOpen()).isFalse();
        assertThat(perform(gateway, call, FIRST, Duration.ZERO).outcome()).isEqualTo(APPROVED);
    }

    @Test
    void doesNotWaitBeyondTheDeadline() throws Exception {
        GatewayCall urgent = Calls.by(call, Instant.now().plusMillis(200));
        Scripted gateway = new Scripted(NOT_DONE, NOT_DONE, NOT_DONE, NOT_DONE, NOT_DONE);

        assertThat(perform(gateway, urgent, FIRST).outcome()).isEqualTo(NOT_FOUND);
        assertThat(Instant.now()).isBefore(urgent.answerBy().plusSeconds(1));
    }

    @Test
    void tellsTheListener() throws Exception {
        List<GatewayAnswer> heard = new ArrayList<>();
        CallingTheGateway calling =
                new CallingTheGateway(new Scripted(DONE), circuit, Duration.ZERO, heard::add, InstantSource.system());

        assertThat(calling.perform(call, FIRST)).isSameAs(heard.getFirst());
        assertThat(calling.deadlineOf(call)).isEqualTo(call.answerBy());
    }

    private GatewayAnswer perform(Scripted gateway, GatewayCall call, Delivery delivery) throws InterruptedException {
        return perform(gateway, call, delivery, Duration.ofSeconds(30));
    }

    private GatewayAnswer perform(Scripted gateway, GatewayCall call, Delivery delivery, Duration downPatience)
            throws InterruptedException {
        return (GatewayAnswer)
                new CallingTheGateway(gateway, circuit, downPatience, CallListener.NONE, InstantSource.system())
                        .perform(call, delivery);
    }

    private static void assertAnswer(GatewayAnswer answer, GatewayOutcome outcome, String code) {
        assertThat(answer.outcome()).isEqualTo(outcome);
        assertThat(answer.code()).isEqualTo(code);
    }

    /** Replies as written. */
    private static final class Scripted implements PaymentGateway {
        private final Deque<Reply> replies;
        private final List<String> requests = new ArrayList<>();

        Scripted(Reply... replies) {
            this.replies = new ArrayDeque<>(Arrays.asList(replies));
        }

        @Override
        public Reply carryOut(GatewayCall call) {
            requests.add("do");
            return replies.remove();
        }

        @Override
        public Reply ask(GatewayCall call) {
            requests.add("ask");
            return replies.remove();
        }
    }
}
