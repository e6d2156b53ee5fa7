package dev.orderbackbone.operator.order;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.inventory.AdjustStock;
import dev.orderbackbone.contract.inventory.ConsumeReservation;
import dev.orderbackbone.contract.inventory.InventoryCommand;
import dev.orderbackbone.contract.inventory.InventoryEvent;
import dev.orderbackbone.contract.inventory.ReceiveStock;
import dev.orderbackbone.contract.inventory.ReleaseReservation;
import dev.orderbackbone.contract.inventory.ReservationConsumed;
import dev.orderbackbone.contract.inventory.ReservationReleased;
import dev.orderbackbone.contract.inventory.ReserveStock;
import dev.orderbackbone.contract.inventory.ReturnStock;
import dev.orderbackbone.contract.inventory.Shortage;
import dev.orderbackbone.contract.inventory.StockLine;
import dev.orderbackbone.contract.inventory.StockRefused;
import dev.orderbackbone.contract.inventory.StockReserved;
import dev.orderbackbone.contract.inventory.StockReturned;
import dev.orderbackbone.contract.notification.NotificationCommand;
import dev.orderbackbone.contract.notification.NotificationEvent;
import dev.orderbackbone.contract.notification.NotificationFailed;
import dev.orderbackbone.contract.notification.NotificationRequested;
import dev.orderbackbone.contract.notification.NotificationSent;
import dev.orderbackbone.contract.notification.NotificationSuppressed;
import dev.orderbackbone.contract.notification.ResendNotification;
import dev.orderbackbone.contract.notification.SkipNotification;
import dev.orderbackbone.contract.operation.OperationEvent;
import dev.orderbackbone.contract.operation.OperationFinished;
import dev.orderbackbone.contract.operation.OperationStarted;
import dev.orderbackbone.contract.order.CancellationRequested;
import dev.orderbackbone.contract.order.HoldRequested;
import dev.orderbackbone.contract.order.IntakeEvent;
import dev.orderbackbone.contract.order.IntakeRefused;
import dev.orderbackbone.contract.order.OrderCancelled;
import dev.orderbackbone.contract.order.OrderCancelling;
import dev.orderbackbone.contract.order.OrderCompleted;
import dev.orderbackbone.contract.order.OrderConfirmed;
import dev.orderbackbone.contract.order.OrderEvent;
import dev.orderbackbone.contract.order.OrderExpired;
import dev.orderbackbone.contract.order.OrderHeld;
import dev.orderbackbone.contract.order.OrderPlaced;
import dev.orderbackbone.contract.order.OrderRejected;
import dev.orderbackbone.contract.order.OrderReleased;
import dev.orderbackbone.contract.order.OrderReturned;
import dev.orderbackbone.contract.order.OrderShipped;
import dev.orderbackbone.contract.order.OrderSubmitted;
import dev.orderbackbone.contract.order.ReleaseRequested;
import dev.orderbackbone.contract.order.ReturnReceived;
import dev.orderbackbone.contract.order.ReturnedLine;
import dev.orderbackbone.contract.order.ShipmentDispatched;
import dev.orderbackbone.contract.order.ShippedLine;
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
import dev.orderbackbone.operator.text.Words;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What messages say, in a few words. Never personal data: a timeline is often passed on.
 *
 * @param currency of the amounts of order events, which do not name it.
 */
record Summaries(String currency) {
    private static final int MOST_SHORTAGES = 3;

    String of(Message message) {
        return switch (message) {
            case IntakeEvent event -> ofIntake(event);
            case IntakeRefused refused ->
                refused.intakeType() + " refused: " + refused.rule() + " " + refused.field() + ", " + refused.message();
            case OrderEvent event -> ofOrder(event);
            case InventoryCommand command -> ofInventory(command);
            case InventoryEvent event -> ofInventory(event);
            case PaymentCommand command -> ofPayment(command);
            case GatewayCall call ->
                (call.ask() ? "ask about " : "") + operation(call.operation(), call.operationId()) + " "
                        + Words.amount(call.amountMinor(), call.currency()) + ", attempt " + call.attempt();
            case GatewayAnswer answer ->
                operation(answer.operation(), answer.operationId()) + ": " + answer.outcome() + " " + answer.code();
            case PaymentEvent event -> ofPayment(event);
            case NotificationCommand command -> ofNotification(command);
            case NotificationRequested request ->
                "tell: " + request.milestone() + " " + request.occasion() + ", attempt " + request.attempt();
            case NotificationEvent event -> ofNotification(event);
            case OperationEvent event -> ofOperation(event);
            default -> "";
        };
    }

    private static String ofIntake(IntakeEvent event) {
        return switch (event) {
            case OrderSubmitted submitted ->
                submitted.lines().size() + " lines, " + Words.amount(submitted.totalMinor(), submitted.currency())
                        + ", key " + submitted.idempotencyKey() + " of store "
                        + submitted.meta().storeId();
            case CancellationRequested wish -> "by " + wish.requestedBy() + ": " + wish.reason();
            case ShipmentDispatched shipment -> shipment.shipmentId() + ": " + ofShipped(shipment.lines());
            case ReturnReceived goods -> goods.returnId() + ": " + ofReturned(goods.lines());
            case HoldRequested wish -> "by " + wish.requestedBy() + ": " + wish.reason();
            case ReleaseRequested wish -> "by " + wish.requestedBy() + ": " + wish.reason();
        };
    }

    private String ofOrder(OrderEvent event) {
        return switch (event) {
            case OrderPlaced placed ->
                placed.lines().size() + " lines, " + Words.amount(placed.totalMinor(), placed.currency())
                        + ", to be confirmed by " + placed.confirmBy();
            case OrderConfirmed confirmed -> "authorised " + amount(confirmed.authorizedMinor());
            case OrderRejected rejected -> rejected.reason() + " " + rejected.detail();
            case OrderHeld held -> held.reason() + " from " + held.heldFrom() + " " + held.detail();
            case OrderReleased released -> released.reason() + " to " + released.resumed();
            case OrderCancelling cancelling -> cancelling.reason() + " " + cancelling.detail();
            case OrderCancelled cancelled -> cancelled.detail();
            case OrderExpired _ -> "";
            case OrderShipped shipped ->
                shipped.shipmentId() + ": " + ofShipped(shipped.lines()) + ", " + amount(shipped.amountMinor());
            case OrderCompleted completed -> "shipped " + amount(completed.shippedMinor());
            case OrderReturned returned ->
                returned.returnId() + ": " + ofReturned(returned.lines()) + ", refund "
                        + amount(returned.refundMinor());
        };
    }

    private static String ofInventory(InventoryCommand command) {
        return switch (command) {
            case ReserveStock reserve -> reserve.pool() + ": " + ofStock(reserve.lines());
            case ReleaseReservation release -> release.pool();
            case ConsumeReservation consume ->
                consume.pool() + ": " + consume.shipmentId() + ", " + ofStock(consume.lines());
            case ReturnStock back -> back.pool() + ": " + back.returnId() + ", " + ofStock(back.lines());
            case ReceiveStock receive -> receive.pool() + ": " + ofStock(receive.lines());
            case AdjustStock adjust -> adjust.pool() + ": " + adjust.reason();
        };
    }

    private static String ofInventory(InventoryEvent event) {
        return switch (event) {
            case StockReserved reserved -> reserved.pool() + ": " + ofStock(reserved.lines());
            case StockRefused refused -> refused.pool() + ": " + ofShortages(refused.shortages());
            case ReservationReleased released -> released.pool() + ": " + ofStock(released.lines());
            case ReservationConsumed consumed ->
                consumed.pool() + ": " + consumed.shipmentId() + ", " + ofStock(consumed.lines());
            case StockReturned returned ->
                returned.pool() + ": " + returned.returnId() + ", " + ofStock(returned.lines());
        };
    }

    private static String ofPayment(PaymentCommand command) {
        return switch (command) {
            case AuthorizePayment authorize -> Words.amount(authorize.amountMinor(), authorize.currency());
            case CapturePayment capture ->
                capture.captureId() + ": " + Words.amount(capture.amountMinor(), capture.currency());
            case VoidPayment voiding -> voiding.reason();
            case RefundPayment refund ->
                refund.refundId() + ": " + Words.amount(refund.amountMinor(), refund.currency());
            case ResolvePayment resolve ->
                operation(resolve.operation(), resolve.operationId()) + ": " + resolve.outcome() + " by "
                        + resolve.resolvedBy() + ", " + resolve.evidence();
        };
    }

    private static String ofPayment(PaymentEvent event) {
        return switch (event) {
            case PaymentAuthorized authorized ->
                Words.amount(authorized.amountMinor(), authorized.currency()) + ", " + authorized.authorizationId();
            case PaymentDeclined declined -> declined.code();
            case PaymentCaptured captured ->
                captured.captureId() + ": " + Words.amount(captured.amountMinor(), captured.currency());
            case PaymentCaptureFailed failed -> failed.captureId() + ": " + failed.code();
            case PaymentVoided voided -> Words.amount(voided.amountMinor(), voided.currency());
            case PaymentVoidFailed failed -> failed.code();
            case PaymentRefunded refunded ->
                refunded.refundId() + ": " + Words.amount(refunded.amountMinor(), refunded.currency());
            case PaymentRefundFailed failed -> failed.refundId() + ": " + failed.code();
            case PaymentOutcomeUnknown unknown ->
                operation(unknown.operation(), unknown.operationId())
                        + (unknown.reviewRequired() ? ": a person must decide" : ": nobody knows");
            case PaymentOutcomeResolved resolved ->
                operation(resolved.operation(), resolved.operationId()) + ": " + resolved.outcome() + ", says "
                        + resolved.resolvedBy();
        };
    }

    private static String ofNotification(NotificationCommand command) {
        String about = (command.milestone() + " " + command.occasion()).strip();
        return switch (command) {
            case ResendNotification again -> about + " once more, by " + again.requestedBy() + ": " + again.reason();
            case SkipNotification skip -> about + " not at all, by " + skip.requestedBy() + ": " + skip.reason();
        };
    }

    private static String ofNotification(NotificationEvent event) {
        return switch (event) {
            case NotificationSent sent -> sent.milestone() + " " + sent.occasion();
            case NotificationFailed failed -> failed.milestone() + " " + failed.occasion() + ": " + failed.reason();
            case NotificationSuppressed suppressed ->
                suppressed.milestone() + " " + suppressed.occasion() + ": " + suppressed.reason();
        };
    }

    private static String ofOperation(OperationEvent event) {
        return switch (event) {
            case OperationStarted started -> started.command() + " by " + started.startedBy() + ": " + started.reason();
            case OperationFinished finished ->
                (finished.result() + " " + finished.detail()).strip()
                        + finished.counts().stream()
                                .map(count -> ", " + count.count() + " " + count.what())
                                .collect(Collectors.joining());
        };
    }

    private String amount(long minor) {
        return Words.amount(minor, currency);
    }

    private static String operation(GatewayOperation operation, String operationId) {
        return (operation + " " + operationId).strip();
    }

    private static String ofStock(List<StockLine> lines) {
        return lines.size() + " SKUs, "
                + lines.stream().mapToLong(StockLine::quantity).sum() + " units";
    }

    private static String ofShipped(List<ShippedLine> lines) {
        return lines.size() + " lines, "
                + lines.stream().mapToLong(ShippedLine::quantity).sum() + " units";
    }

    private static String ofReturned(List<ReturnedLine> lines) {
        return lines.size() + " lines, "
                + lines.stream().mapToLong(ReturnedLine::quantity).sum() + " units";
    }

    private static String ofShortages(List<Shortage> shortages) {
        String some = shortages.stream()
                .limit(MOST_SHORTAGES)
                .map(shortage -> shortage.sku() + " (" + shortage.available() + " of " + shortage.requested() + ")")
                .collect(Collectors.joining(", "));
        return "short of " + some + (shortages.size() > MOST_SHORTAGES ? " and more" : "");
    }
}
