package dev.orderbackbone.payment.flow;

import dev.orderbackbone.contract.EventIds;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.payment.GatewayAnswer;
import dev.orderbackbone.contract.payment.GatewayCall;
import dev.orderbackbone.contract.payment.GatewayOutcome;
import dev.orderbackbone.payment.flow.PaymentGateway.Reply;
import dev.orderbackbone.runtime.Delivery;
import dev.orderbackbone.runtime.Effect;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Makes one gateway call and answers with what came of it.
 *
 * <ul>
 *   <li>The gateway gave its word: that is the answer.
 *   <li>Nothing was done (it cannot be reached, or puts us off): the call waits and is tried again for a while; then the answer is
 *       NOT_FOUND, as if it had been asked, and the decider makes the call again at its deadline. The order stays as it is.
 *   <li>Nobody knows: NO_ANSWER at once. The decider asks, on its own schedule.
 *   <li>A call that is delivered again may have been made: it asks first, and while it cannot ask, nobody knows.
 * </ul>
 */
public final class CallingTheGateway implements Effect<GatewayCall> {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final PaymentGateway gateway;
    private final CircuitBreaker circuit;
    private final Duration downPatience;
    private final CallListener listener;
    private final InstantSource clock;

    /**
     * Calls to a gateway.
     *
     * @param downPatience how long a call is tried again while nothing is done, 0 or more.
     */
    public CallingTheGateway(
            PaymentGateway gateway,
            CircuitBreaker circuit,
            Duration downPatience,
            CallListener listener,
            InstantSource clock) {
        this.gateway = gateway;
        this.circuit = circuit;
        this.downPatience = downPatience;
        this.listener = listener;
        this.clock = clock;
    }

    /** One request to the gateway. */
    private interface Request {
        Reply make() throws InterruptedException;
    }

    @Override
    public Instant deadlineOf(GatewayCall call) {
        return call.answerBy();
    }

    @Override
    public Message perform(GatewayCall call, Delivery delivery) throws InterruptedException {
        Instant giveUpAt = giveUpAt(call);
        Reply reply = call.ask() || delivery.isRepeated() ? ask(call, giveUpAt) : carryOut(call, giveUpAt);
        if (!call.ask() && isNotFound(reply)) {
            reply = carryOut(call, giveUpAt);
        }
        GatewayAnswer answer = answer(call, reply);
        listener.answered(answer);
        return answer;
    }

    private Instant giveUpAt(GatewayCall call) {
        Instant patientUntil = clock.instant().plus(downPatience);
        return patientUntil.isBefore(call.answerBy()) ? patientUntil : call.answerBy();
    }

    private Reply carryOut(GatewayCall call, Instant giveUpAt) throws InterruptedException {
        return untilDone(() -> gateway.carryOut(call), giveUpAt);
    }

    /** What came of it earlier; as long as the gateway does not say, nobody knows. */
    private Reply ask(GatewayCall call, Instant giveUpAt) throws InterruptedException {
        Reply reply = untilDone(() -> gateway.ask(call), giveUpAt);
        return reply instanceof Reply.NotDone(String code) ? new Reply.Unknown(code) : reply;
    }

    private static boolean isNotFound(Reply reply) {
        return reply instanceof Reply.Answered answered && answered.outcome() == GatewayOutcome.NOT_FOUND;
    }

    /** Repeats a request that certainly did nothing, ever more slowly, for a while. */
    private Reply untilDone(Request request, Instant giveUpAt) throws InterruptedException {
        Duration pause = FIRST_PAUSE;
        while (true) {
            if (!awaitCircuit(giveUpAt)) {
                return new Reply.NotDone("circuit-open");
            }
            Reply reply = request.make();
            note(reply);
            if (!(reply instanceof Reply.NotDone) || !sleep(jittered(pause), giveUpAt)) {
                return reply;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    private void note(Reply reply) {
        switch (reply) {
            case Reply.Answered _ -> circuit.succeeded();
            case Reply.NotDone _, Reply.Unknown _ -> circuit.failed(clock.instant());
        }
    }

    /** Waits while the circuit is open; false when that takes too long. */
    private boolean awaitCircuit(Instant giveUpAt) throws InterruptedException {
        Duration pause = circuit.pauseBefore(clock.instant());
        while (pause.isPositive()) {
            if (!sleep(pause, giveUpAt)) {
                return false;
            }
            pause = circuit.pauseBefore(clock.instant());
        }
        return true;
    }

    /** Sleeps; false, at once, when that would take too long. */
    private boolean sleep(Duration pause, Instant giveUpAt) throws InterruptedException {
        if (!clock.instant().plus(pause).isBefore(giveUpAt)) {
            return false;
        }
        Thread.sleep(pause);
        return true;
    }

    /** Half to all of it, so that calls that failed together do not come again together. */
    private static Duration jittered(Duration pause) {
        long most = pause.toMillis();
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
    }

    private GatewayAnswer answer(GatewayCall call, Reply reply) {
        return switch (reply) {
            case Reply.Answered answered -> answer(call, answered);
            case Reply.NotDone(String code) -> answer(call, GatewayOutcome.NOT_FOUND, code);
            case Reply.Unknown(String code) -> answer(call, GatewayOutcome.NO_ANSWER, code);
        };
    }

    private GatewayAnswer answer(GatewayCall call, GatewayOutcome outcome, String code) {
        return answer(call, new Reply.Answered(outcome, null, call.amountMinor(), code));
    }

    private GatewayAnswer answer(GatewayCall call, Reply.Answered answered) {
        Instant now = clock.instant();
        UUID id = EventIds.root(now, UUID.randomUUID());
        UUID cause = call.meta().eventId();
        return new GatewayAnswer(
                new Meta(id, call.meta().orderId(), 0, now, cause, call.meta().storeId()),
                call.callId(),
                call.operation(),
                call.operationId(),
                answered.outcome(),
                answered.authorizationId(),
                answered.amountMinor(),
                answered.code());
    }
}
