package dev.orderbackbone.operator.stuck;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.payment.AuthorizePayment;
import dev.orderbackbone.contract.payment.CapturePayment;
import dev.orderbackbone.contract.payment.GatewayAnswer;
import dev.orderbackbone.contract.payment.GatewayCall;
import dev.orderbackbone.contract.payment.GatewayOperation;
import dev.orderbackbone.contract.payment.PaymentAuthorized;
import dev.orderbackbone.contract.payment.PaymentCaptureFailed;
import dev.orderbackbone.contract.payment.PaymentCaptured;
import dev.orderbackbone.contract.payment.PaymentCommand;
import dev.orderbackbone.contract.payment.PaymentDeclined;
import dev.orderbackbone.contract.payment.PaymentEvent;
import dev.orderbackbone.contract.payment.PaymentOutcomeResolved;
import dev.orderbackbone.contract.payment.PaymentOutcomeUnknown;
import dev.orderbackbone.contract.payment.PaymentRefundFailed;
import dev.orderbackbone.contract.payment.PaymentRefunded;
import dev.orderbackbone.contract.payment.PaymentVoidFailed;
import dev.orderbackbone.contract.payment.PaymentVoided;
import dev.orderbackbone.contract.payment.RefundPayment;
import dev.orderbackbone.contract.payment.ResolvePayment;
import dev.orderbackbone.contract.payment.VoidPayment;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What the payment of one order was asked for and has not come to its end. Is shown commands, calls, answers and events in the order of cause and
 * effect.
 */
final class PaymentQuestions {
    private static final String ONLY = "";

    private final Map<Which, Operation> open = new LinkedHashMap<>();

    private record Which(GatewayOperation kind, String id) {}

    void see(Message message) {
        switch (message) {
            case PaymentCommand command -> see(command);
            case GatewayCall call -> change(call.operation(), call.operationId(), operation -> operation.called(call));
            case GatewayAnswer answer ->
                change(answer.operation(), answer.operationId(), operation -> operation.answered(answer));
            case PaymentEvent event -> see(event);
            default -> {}
        }
    }

    List<Debt> debts() {
        return open.values().stream().map(Operation::debt).toList();
    }

    private void see(PaymentCommand command) {
        Instant at = command.meta().occurredAt();
        switch (command) {
            case AuthorizePayment _ -> ask(GatewayOperation.AUTHORIZE, ONLY, at);
            case CapturePayment capture -> ask(GatewayOperation.CAPTURE, capture.captureId(), at);
            case VoidPayment _ -> ask(GatewayOperation.VOID, ONLY, at);
            case RefundPayment refund -> ask(GatewayOperation.REFUND, refund.refundId(), at);
            case ResolvePayment _ -> {}
        }
    }

    private void see(PaymentEvent event) {
        Instant at = event.meta().occurredAt();
        switch (event) {
            case PaymentAuthorized _, PaymentDeclined _ -> ended(GatewayOperation.AUTHORIZE, ONLY);
            case PaymentCaptured captured -> ended(GatewayOperation.CAPTURE, captured.captureId());
            case PaymentVoided _ -> ended(GatewayOperation.VOID, ONLY);
            case PaymentRefunded refunded -> ended(GatewayOperation.REFUND, refunded.refundId());
            case PaymentCaptureFailed failed ->
                change(GatewayOperation.CAPTURE, failed.captureId(), each -> each.refused(failed.code(), at));
            case PaymentVoidFailed failed ->
                change(GatewayOperation.VOID, ONLY, each -> each.refused(failed.code(), at));
            case PaymentRefundFailed failed ->
                change(GatewayOperation.REFUND, failed.refundId(), each -> each.refused(failed.code(), at));
            case PaymentOutcomeUnknown unknown ->
                change(unknown.operation(), unknown.operationId(), each -> each.unknown(unknown));
            case PaymentOutcomeResolved resolved ->
                change(resolved.operation(), resolved.operationId(), each -> each.unknown(null));
        }
    }

    private void ask(GatewayOperation kind, String id, Instant at) {
        open.put(new Which(kind, id), Operation.asked(kind, id, at));
    }

    private void change(GatewayOperation kind, String id, UnaryOperator<Operation> change) {
        open.computeIfPresent(new Which(kind, id), (which, operation) -> change.apply(operation));
    }

    private void ended(GatewayOperation kind, String id) {
        open.remove(new Which(kind, id));
    }
}
