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

/**
 * Makes one gateway call and answers with what came of it.
 *
 * <ul>
 *   <li>The gateway gave its word: that is the answer.
 *   <li>Nothing was done (it cannot be reached): the call waits and is tried again until its deadline, then the answer is NOT_FOUND, as
 *       if it had been asked.
 *   <li>Nobody knows: NO_ANSWER at once. The decider asks, on its own schedule.
 *   <li>A call that is delivered again asks before it posts.
 * </ul>
 */
public final class CallingTheGateway implements Effect<GatewayCall> {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final PaymentGateway gateway;
    private final CircuitBreaker circuit;
    private final CallListener listener;
    private final InstantSource clock;

    public CallingTheGateway(
            PaymentGateway gateway, CircuitBreaker circuit, CallListener listener, InstantSource clock) {
        this.gateway = gateway;
        this.circuit = circuit;
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
        Reply reply = call.ask() || delivery.isRepeated() ? untilDone(call, () -> gateway.ask(call)) : neverTold();
        if (!call.ask() && isNotFound(reply)) {
            reply = untilDone(call, () -> gateway.carryOut(call));
        }
        GatewayAnswer answer = answer(call, reply);
        listener.answered(answer);
        return answer;
    }

    /** What the gateway would say of a call that is delivered for the first time. */
    private static Reply neverTold() {
        return new Reply.Answered(GatewayOutcome.NOT_FOUND, null, 0, "");
    }

    private static boolean isNotFound(Reply reply) {
        return reply instanceof Reply.Answered answered && answered.outcome() == GatewayOutcome.NOT_FOUND;
    }

    /** Repeats a request that certainly did nothing, ever more slowly, until the call's deadline. */
    private Reply untilDone(GatewayCall call, Request request) throws InterruptedException {
        Duration pause = FIRST_PAUSE;
        while (true) {
            if (!awaitCircuit(call)) {
                return new Reply.NotDone("circuit-open");
            }
            Reply reply = request.make();
            note(reply);
            if (!(reply instanceof Reply.NotDone) || !sleep(call, pause)) {
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

    /** Waits while the circuit is open; false when the call's deadline comes first. */
    private boolean awaitCircuit(GatewayCall call) throws InterruptedException {
        Duration wait = circuit.wait(clock.instant());
        while (wait.isPositive()) {
            if (!sleep(call, wait)) {
                return false;
            }
            wait = circuit.wait(clock.instant());
        }
        return true;
    }

    /** Sleeps; false, at once, when the call's deadline comes first. */
    private boolean sleep(GatewayCall call, Duration pause) throws InterruptedException {
        if (!clock.instant().plus(pause).isBefore(call.answerBy())) {
            return false;
        }
        Thread.sleep(pause);
        return true;
    }

    private GatewayAnswer answer(GatewayCall call, Reply reply) {
        return switch (reply) {
            case Reply.Answered answered -> answer(call, answered);
            case Reply.NotDone notDone when call.ask() -> answer(call, GatewayOutcome.NO_ANSWER, notDone.code());
            case Reply.NotDone notDone -> answer(call, GatewayOutcome.NOT_FOUND, notDone.code());
            case Reply.Unknown unknown -> answer(call, GatewayOutcome.NO_ANSWER, unknown.code());
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
