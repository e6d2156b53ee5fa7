package dev.orderbackbone.payment.domain;

import dev.orderbackbone.contract.Decision;
import java.time.Instant;

/** What it means that nothing came in. */
final class OnDeadline {
    private OnDeadline() {}

    static Decision<Payment> decide(PaymentRules rules, Payment payment, Instant now) {
        Draft draft = Draft.onDeadline(rules, payment, now);
        payment.operations().stream()
                .filter(operation -> operation.isDue(now))
                .forEach(operation -> goOn(draft, operation));
        return draft.isSilent() ? Decision.ignored("not-due") : draft.decision();
    }

    private static void goOn(Draft draft, Operation operation) {
        if (operation.status() == OperationStatus.REQUESTED
                && !operation.round().answered()) {
            Outcomes.unknown(draft, operation);
        } else if (operation.status() == OperationStatus.REQUESTED) {
            callAgain(draft, operation);
        } else {
            askAgain(draft, operation);
        }
    }

    /** The latest call was certainly not made. */
    private static void callAgain(Draft draft, Operation operation) {
        if (draft.rules.mayCallAgain(operation, draft.now)) {
            draft.call(operation, draft.rules.answerBy(draft.now));
        } else {
            Outcomes.review(draft, operation);
        }
    }

    private static void askAgain(Draft draft, Operation operation) {
        if (draft.rules.isForReview(operation, draft.now)) {
            Outcomes.review(draft, operation);
        } else {
            draft.ask(operation);
        }
    }
}
