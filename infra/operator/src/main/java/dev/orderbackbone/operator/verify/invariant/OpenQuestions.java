package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.contract.payment.GatewayOperation;
import dev.orderbackbone.contract.payment.PaymentAuthorized;
import dev.orderbackbone.contract.payment.PaymentCaptureFailed;
import dev.orderbackbone.contract.payment.PaymentCaptured;
import dev.orderbackbone.contract.payment.PaymentDeclined;
import dev.orderbackbone.contract.payment.PaymentEvent;
import dev.orderbackbone.contract.payment.PaymentOutcomeResolved;
import dev.orderbackbone.contract.payment.PaymentOutcomeUnknown;
import dev.orderbackbone.contract.payment.PaymentRefundFailed;
import dev.orderbackbone.contract.payment.PaymentRefunded;
import dev.orderbackbone.contract.payment.PaymentVoidFailed;
import dev.orderbackbone.contract.payment.PaymentVoided;
import java.util.HashSet;
import java.util.Set;

/**
 * The payment operations of one order that wait for somebody outside: nobody knows what came of them, or the gateway refused them for good and an
 * operator must say what to do. Nearly always none.
 */
final class OpenQuestions {
    private static final String ONLY = "";

    private Set<Question> open = Set.of();

    private record Question(GatewayOperation operation, String operationId) {}

    void see(PaymentEvent event) {
        switch (event) {
            case PaymentOutcomeUnknown unknown -> opens(unknown.operation(), unknown.operationId());
            case PaymentCaptureFailed failed -> opens(GatewayOperation.CAPTURE, failed.captureId());
            case PaymentRefundFailed failed -> opens(GatewayOperation.REFUND, failed.refundId());
            case PaymentVoidFailed failed -> opens(GatewayOperation.VOID, ONLY);
            case PaymentOutcomeResolved resolved -> closes(resolved.operation(), resolved.operationId());
            case PaymentAuthorized done -> closes(GatewayOperation.AUTHORIZE, ONLY);
            case PaymentDeclined done -> closes(GatewayOperation.AUTHORIZE, ONLY);
            case PaymentCaptured done -> closes(GatewayOperation.CAPTURE, done.captureId());
            case PaymentRefunded done -> closes(GatewayOperation.REFUND, done.refundId());
            case PaymentVoided done -> closes(GatewayOperation.VOID, ONLY);
        }
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    private void opens(GatewayOperation operation, String operationId) {
        Set<Question> changed = new HashSet<>(open);
        changed.add(new Question(operation, operationId));
        open = changed;
    }

    private void closes(GatewayOperation operation, String operationId) {
        if (open.isEmpty()) {
            return;
        }
        Set<Question> changed = new HashSet<>(open);
        changed.remove(new Question(operation, operationId));
        open = changed.isEmpty() ? Set.of() : changed;
    }
}
