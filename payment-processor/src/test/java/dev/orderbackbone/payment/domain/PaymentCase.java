package dev.orderbackbone.payment.domain;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.EventIds;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.payment.AuthorizePayment;
import dev.orderbackbone.contract.payment.CapturePayment;
import dev.orderbackbone.contract.payment.GatewayAnswer;
import dev.orderbackbone.contract.payment.GatewayCall;
import dev.orderbackbone.contract.payment.GatewayOperation;
import dev.orderbackbone.contract.payment.GatewayOutcome;
import dev.orderbackbone.contract.payment.RefundPayment;
import dev.orderbackbone.contract.payment.ResolvePayment;
import dev.orderbackbone.contract.payment.VoidPayment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One payment's story: tells the decider what happens and remembers what came of it. */
final class PaymentCase {
    static final String ORDER = "order-1";
    static final String AUTHORIZATION = "auth_1";
    static final String EUR = "EUR";

    private final PaymentDecider decider = new PaymentDecider(PaymentRules.USUAL);
    private final List<GatewayCall> calls = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private @Nullable Payment payment;
    private Decision<Payment> latest = Decision.ignored("nothing happened");
    private int inputs;

    static PaymentCase authorizing(long amountMinor) {
        return new PaymentCase().authorize(amountMinor);
    }

    static PaymentCase authorized(long amountMinor) {
        return authorizing(amountMinor).approve();
    }

    PaymentCase authorize(long amountMinor) {
        return tell(new AuthorizePayment(meta(), amountMinor, EUR, "tok_1"));
    }

    PaymentCase capture(String id, long amountMinor) {
        return tell(new CapturePayment(meta(), id, amountMinor, EUR));
    }

    PaymentCase refund(String id, long amountMinor) {
        return tell(new RefundPayment(meta(), id, amountMinor, EUR));
    }

    PaymentCase giveBack() {
        return tell(new VoidPayment(meta(), "REQUESTED"));
    }

    PaymentCase resolve(GatewayOperation operation, String id, GatewayOutcome outcome) {
        return tell(
                new ResolvePayment(meta(), operation, id, outcome, AUTHORIZATION, "seen in the bank's list", "ann"));
    }

    PaymentCase approve() {
        return answer(GatewayOutcome.APPROVED, "");
    }

    PaymentCase decline(String code) {
        return answer(GatewayOutcome.DECLINED, code);
    }

    /** The answer to the latest call. */
    PaymentCase answer(GatewayOutcome outcome, String code) {
        return answer(call(), outcome, code);
    }

    PaymentCase answer(GatewayCall call, GatewayOutcome outcome, String code) {
        return answer(call, outcome, code, call.amountMinor(), AUTHORIZATION);
    }

    PaymentCase answer(
            GatewayCall call, GatewayOutcome outcome, String code, long amountMinor, @Nullable String authorizationId) {
        return tell(new GatewayAnswer(
                meta(),
                call.callId(),
                call.operation(),
                call.operationId(),
                outcome,
                authorizationId,
                amountMinor,
                code));
    }

    PaymentCase tell(Message input) {
        keep(decider.decide(payment, ORDER, input, now));
        return this;
    }

    /** Lets time pass; what is due by then is not looked at on the way. */
    PaymentCase after(Duration time) {
        now = now.plus(time);
        return this;
    }

    /** Lets time pass until something is due, and looks at it. */
    PaymentCase whenDue() {
        Instant due = payment().nextAt();
        now = due == null ? now : due;
        keep(decider.decideDue(payment(), now));
        return this;
    }

    PaymentCase due() {
        keep(decider.decideDue(payment(), now));
        return this;
    }

    /** An id for an input, as the log would give it. */
    Meta meta() {
        inputs++;
        UUID id = EventIds.derive(new UUID(0x7000, 0x8000_0000_0000_0000L), inputs, now);
        return new Meta(id, ORDER, 0, now, id, "store-1");
    }

    /** What the last input made the payment tell. */
    List<Message> told() {
        return latest instanceof Decision.Decided<Payment> decided ? decided.messages() : List.of();
    }

    /** Why the last input was ignored; empty if it was not. */
    String ignored() {
        return latest instanceof Decision.Ignored<Payment>(String why) ? why : "";
    }

    GatewayCall call() {
        return calls.getLast();
    }

    GatewayCall call(int index) {
        return calls.get(index);
    }

    int callCount() {
        return calls.size();
    }

    Payment payment() {
        if (payment == null) {
            throw new AssertionError("there is no payment yet");
        }
        return payment;
    }

    OperationStatus status(GatewayOperation kind, String id) {
        return payment().operation(kind, id).orElseThrow().status();
    }

    Instant now() {
        return now;
    }

    private void keep(Decision<Payment> decision) {
        latest = decision;
        if (decision instanceof Decision.Decided<Payment>(Payment state, List<Message> messages)) {
            payment = state;
            messages.stream()
                    .filter(GatewayCall.class::isInstance)
                    .map(GatewayCall.class::cast)
                    .forEach(calls::add);
        }
    }
}
