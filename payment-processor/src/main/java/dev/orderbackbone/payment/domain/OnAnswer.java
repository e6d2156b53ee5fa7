package dev.orderbackbone.payment.domain;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.payment.GatewayAnswer;
import dev.orderbackbone.contract.payment.GatewayOperation;
import dev.orderbackbone.contract.payment.GatewayOutcome;
import java.time.Instant;
import java.util.Optional;

/**
 * What an answer means. A success is always news, whichever call it answers, as money has moved; a refusal counts if it answers a call of
 * the present round; that nothing was found or nobody knows counts only as the answer to the latest call.
 */
final class OnAnswer {
    private static final String GATEWAY = "gateway";

    private OnAnswer() {}

    static Decision<Payment> decide(PaymentRules rules, Payment payment, GatewayAnswer answer, Instant now) {
        Optional<Operation> operation = payment.operation(answer.operation(), answer.operationId());
        if (operation.isEmpty()) {
            return Decision.ignored("unknown-operation");
        }
        Draft draft = Draft.onInput(rules, payment, answer.meta(), now);
        return switch (answer.outcome()) {
            case APPROVED -> approved(draft, operation.get(), answer);
            case DECLINED, INVALID -> declined(draft, operation.get(), answer);
            case NOT_FOUND -> notFound(draft, operation.get(), answer);
            case NO_ANSWER, UNKNOWN -> unanswered(draft, operation.get(), answer);
        };
    }

    private static Decision<Payment> approved(Draft draft, Operation operation, GatewayAnswer answer) {
        if (operation.status() == OperationStatus.APPROVED) {
            return Decision.ignored(isOtherAuthorization(draft.payment, answer) ? "other-authorization" : "duplicate");
        }
        if (contradicts(operation, answer)) {
            return forReview(draft, operation);
        }
        Outcomes.resolved(draft, operation, answer.outcome(), GATEWAY);
        Outcomes.approve(draft, operation, answer.authorizationId());
        return draft.decision();
    }

    private static Decision<Payment> declined(Draft draft, Operation operation, GatewayAnswer answer) {
        if (!operation.status().isOpen()) {
            return Decision.ignored("duplicate");
        }
        if (!operation.round().calls().contains(answer.callId())) {
            return Decision.ignored("of-another-call");
        }
        Outcomes.resolved(draft, operation, answer.outcome(), GATEWAY);
        Outcomes.decline(draft, operation, answer.code());
        return draft.decision();
    }

    private static Decision<Payment> notFound(Draft draft, Operation operation, GatewayAnswer answer) {
        if (!operation.round().awaits(answer.callId())) {
            return Decision.ignored("of-another-call");
        }
        return switch (operation.status()) {
            case REQUESTED -> notDone(draft, operation);
            case UNKNOWN ->
                operation.round().asking() ? callAgain(draft, operation) : Decision.ignored("still-unknown");
            case REVIEW -> Decision.ignored("still-unknown");
            case APPROVED, DECLINED, FAILED -> Decision.ignored("duplicate");
        };
    }

    private static Decision<Payment> unanswered(Draft draft, Operation operation, GatewayAnswer answer) {
        if (!operation.round().awaits(answer.callId())) {
            return Decision.ignored("of-another-call");
        }
        return switch (operation.status()) {
            case REQUESTED -> {
                Outcomes.unknown(draft, operation);
                yield draft.decision();
            }
            case UNKNOWN, REVIEW -> Decision.ignored("still-unknown");
            case APPROVED, DECLINED, FAILED -> Decision.ignored("duplicate");
        };
    }

    /** The call is known not to have been made. It is made again at its deadline, not at once: the gateway is in trouble. */
    private static Decision<Payment> notDone(Draft draft, Operation operation) {
        draft.record(operation.notDone());
        return draft.decision();
    }

    private static Decision<Payment> callAgain(Draft draft, Operation operation) {
        if (!draft.rules.mayCallAgain(operation, draft.now)) {
            return forReview(draft, operation);
        }
        draft.call(operation, operation.nextAt());
        return draft.decision();
    }

    private static Decision<Payment> forReview(Draft draft, Operation operation) {
        if (operation.status() == OperationStatus.REVIEW) {
            return Decision.ignored("still-unknown");
        }
        Outcomes.review(draft, operation);
        return draft.decision();
    }

    /** An approval of another amount, or an authorisation without an id, is nothing that could be gone by. */
    private static boolean contradicts(Operation operation, GatewayAnswer answer) {
        boolean nameless = operation.kind() == GatewayOperation.AUTHORIZE && answer.authorizationId() == null;
        return nameless || answer.amountMinor() != operation.amountMinor();
    }

    private static boolean isOtherAuthorization(Payment payment, GatewayAnswer answer) {
        return answer.operation() == GatewayOperation.AUTHORIZE
                && answer.outcome() == GatewayOutcome.APPROVED
                && answer.authorizationId() != null
                && !answer.authorizationId().equals(payment.authorizationId());
    }
}
