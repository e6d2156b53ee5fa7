package dev.orderbackbone.payment.domain;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.EventIds;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.payment.GatewayCall;
import dev.orderbackbone.contract.payment.GatewayOperation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What one decision has come to so far: the payment as it will be, and what to tell the others. It lives for one decision. */
final class Draft {
    /** Far from the ordinals of inputs, also from those of other services, as a message can be the cause of both. */
    private static final int FIRST_ORDINAL_OF_DEADLINES = 0x5041_0000;

    final PaymentRules rules;
    final Instant now;
    /** When that was asked for which is decided now; not after now. Long ago where a log is read again. */
    final Instant askedForAt;

    Payment payment;

    private final UUID cause;
    private final List<Message> messages = new ArrayList<>();
    private int ordinal;

    private Draft(PaymentRules rules, Payment payment, UUID cause, int firstOrdinal, Instant askedForAt, Instant now) {
        this.rules = rules;
        this.payment = payment;
        this.cause = cause;
        this.ordinal = firstOrdinal;
        this.askedForAt = askedForAt;
        this.now = now;
    }

    /** On a message; the payment is null where this is the first that is heard of it. */
    static Draft onInput(PaymentRules rules, @Nullable Payment payment, Meta input, Instant now) {
        Payment known =
                payment != null ? payment : Payment.unheardOf(input.orderId(), input.storeId(), input.eventId());
        Instant askedForAt = input.occurredAt().isBefore(now) ? input.occurredAt() : now;
        return new Draft(rules, known, input.eventId(), 0, askedForAt, now);
    }

    /** On a passed deadline. */
    static Draft onDeadline(PaymentRules rules, Payment payment, Instant now) {
        return new Draft(rules, payment, payment.lastMessageId(), FIRST_ORDINAL_OF_DEADLINES, now, now);
    }

    /** Whether it is too late to call for what is newly asked for now. */
    boolean isTooLate() {
        return rules.isTooLate(askedForAt, now);
    }

    void tell(Function<Meta, Message> message) {
        messages.add(message.apply(nextMeta()));
    }

    void record(Operation operation) {
        payment = payment.with(operation);
    }

    /** Has the operation done, by a call that looks at its answer by the deadline. */
    void call(Operation operation, @Nullable Instant nextAt) {
        Meta meta = nextMeta();
        Operation called = operation.called(meta.eventId(), nextAt);
        record(called);
        messages.add(callFor(meta, called));
    }

    /** Asks the gateway what came of the operation. */
    void ask(Operation operation) {
        Meta meta = nextMeta();
        Operation asked = operation.asked(
                meta.eventId(), rules.nextAskAt(operation, operation.round().asks() + 1, now));
        record(asked);
        messages.add(callFor(meta, asked));
    }

    Decision<Payment> decision() {
        UUID last = messages.isEmpty() ? cause : messages.getLast().meta().eventId();
        return Decision.decided(payment.after(last), messages);
    }

    boolean isSilent() {
        return messages.isEmpty();
    }

    private GatewayCall callFor(Meta meta, Operation operation) {
        boolean authorizes = operation.kind() == GatewayOperation.AUTHORIZE;
        return new GatewayCall(
                meta,
                meta.eventId(),
                operation.kind(),
                operation.id(),
                operation.round().asking(),
                IdempotencyKeys.of(payment.orderId(), operation),
                operation.round().attempts(),
                authorizes ? null : payment.authorizationId(),
                operation.amountMinor(),
                payment.currency(),
                authorizes ? payment.paymentMethod() : null,
                rules.answerBy(now));
    }

    private Meta nextMeta() {
        return new Meta(EventIds.derive(cause, ordinal++, now), payment.orderId(), 0, now, cause, payment.storeId());
    }
}
