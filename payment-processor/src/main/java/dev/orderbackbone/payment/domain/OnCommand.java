package dev.orderbackbone.payment.domain;

import static dev.orderbackbone.contract.payment.GatewayOperation.AUTHORIZE;
import static dev.orderbackbone.contract.payment.GatewayOperation.CAPTURE;
import static dev.orderbackbone.contract.payment.GatewayOperation.REFUND;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.payment.AuthorizePayment;
import dev.orderbackbone.contract.payment.CapturePayment;
import dev.orderbackbone.contract.payment.GatewayOperation;
import dev.orderbackbone.contract.payment.PaymentCommand;
import dev.orderbackbone.contract.payment.RefundPayment;
import dev.orderbackbone.contract.payment.ResolvePayment;
import dev.orderbackbone.contract.payment.VoidPayment;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What a command means. A command that must not be carried out is answered with its failure and never reaches the gateway. */
final class OnCommand {
    private OnCommand() {}

    static Decision<Payment> decide(
            PaymentRules rules, @Nullable Payment payment, PaymentCommand command, Instant now) {
        Draft draft = Draft.onInput(rules, payment, command.meta(), now);
        return switch (command) {
            case AuthorizePayment authorize -> authorize(draft, authorize);
            case CapturePayment capture ->
                request(
                        draft,
                        new Wanted(
                                CAPTURE,
                                capture.captureId(),
                                capture.amountMinor(),
                                capture.currency(),
                                capture.meta()),
                        Refusals::ofCapture);
            case RefundPayment refund ->
                request(
                        draft,
                        new Wanted(REFUND, refund.refundId(), refund.amountMinor(), refund.currency(), refund.meta()),
                        Refusals::ofRefund);
            case VoidPayment wish -> giveBack(draft, wish.meta().eventId());
            case ResolvePayment resolve -> OnResolution.decide(draft, resolve);
        };
    }

    /** What captures and refunds have in common. */
    record Wanted(GatewayOperation kind, String id, long amountMinor, String currency, Meta meta) {
        UUID commandId() {
            return meta.eventId();
        }
    }

    private static Decision<Payment> authorize(Draft draft, AuthorizePayment command) {
        if (draft.payment.operation(AUTHORIZE, Payment.ONLY).isPresent()) {
            return Decision.ignored("duplicate");
        }
        UUID commandId = command.meta().eventId();
        draft.payment = draft.payment.payingIn(command.currency(), command.paymentMethod());
        Operation operation =
                Operation.wanted(AUTHORIZE, Payment.ONLY, command.amountMinor(), commandId, draft.askedForAt);
        return callUnless(Refusals.ofAuthorization(draft.payment, command.amountMinor()), draft, operation);
    }

    private static Decision<Payment> request(
            Draft draft, Wanted wanted, BiFunction<Payment, Wanted, Optional<String>> refusals) {
        Optional<Operation> known = draft.payment.operation(wanted.kind(), wanted.id());
        if (known.isPresent() && !known.get().mayBeTriedAgainBy(wanted.commandId())) {
            return Decision.ignored("duplicate");
        }
        if (known.isPresent() && known.get().amountMinor() != wanted.amountMinor()) {
            return Decision.ignored("other-content");
        }
        Operation operation = known.map(former -> draft.rules.again(
                        former, wanted.amountMinor(), wanted.commandId(), draft.askedForAt, draft.now))
                .orElseGet(() -> Operation.wanted(
                        wanted.kind(), wanted.id(), wanted.amountMinor(), wanted.commandId(), draft.askedForAt));
        return callUnless(refusals.apply(draft.payment, wanted), draft, operation);
    }

    private static Decision<Payment> giveBack(Draft draft, UUID commandId) {
        boolean again = draft.payment
                .voiding()
                .filter(operation -> operation.mayBeTriedAgainBy(commandId))
                .isPresent();
        if (draft.payment.voidWish() != VoidWish.NONE && !again) {
            return Decision.ignored("duplicate");
        }
        draft.payment = draft.payment.wishing(VoidWish.WAITING, commandId);
        Outcomes.voidIfWished(draft);
        return draft.decision();
    }

    private static Decision<Payment> callUnless(Optional<String> refusal, Draft draft, Operation operation) {
        refusal.or(() -> Refusals.ofAge(draft))
                .ifPresentOrElse(
                        code -> Outcomes.fail(draft, operation, code),
                        () -> draft.call(operation, draft.rules.answerBy(draft.now)));
        return draft.decision();
    }
}
