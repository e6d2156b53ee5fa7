package dev.orderbackbone.payment.domain;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.payment.GatewayOperation;
import dev.orderbackbone.contract.payment.ResolvePayment;
import java.util.Optional;

/** What it means that an operator found out an unknown outcome. */
final class OnResolution {
    private OnResolution() {}

    static Decision<Payment> decide(Draft draft, ResolvePayment command) {
        Optional<Operation> operation = draft.payment.operation(command.operation(), command.operationId());
        if (operation.isEmpty()) {
            return Decision.ignored("unknown-operation");
        }
        if (!operation.get().status().isUnknown()) {
            return Decision.ignored("not-unknown");
        }
        return switch (command.outcome()) {
            case APPROVED -> approved(draft, operation.get(), command);
            case DECLINED -> notDone(draft, operation.get(), command, "declined");
            case NOT_FOUND -> notDone(draft, operation.get(), command, "not-found");
            case INVALID, NO_ANSWER, UNKNOWN -> Decision.ignored("not-a-resolution");
        };
    }

    private static Decision<Payment> approved(Draft draft, Operation operation, ResolvePayment command) {
        if (operation.kind() == GatewayOperation.AUTHORIZE && command.authorizationId() == null) {
            return Decision.ignored("authorization-id-missing");
        }
        Outcomes.resolved(draft, operation, command.outcome(), command.resolvedBy());
        Outcomes.approve(draft, operation, command.authorizationId());
        return draft.decision();
    }

    private static Decision<Payment> notDone(Draft draft, Operation operation, ResolvePayment command, String code) {
        Outcomes.resolved(draft, operation, command.outcome(), command.resolvedBy());
        Outcomes.fail(draft, operation, code);
        return draft.decision();
    }
}
