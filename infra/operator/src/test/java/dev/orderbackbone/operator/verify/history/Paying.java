package dev.orderbackbone.operator.verify.history;

import dev.orderbackbone.contract.order.CancellationReason;
import dev.orderbackbone.contract.order.CancellationRequested;
import dev.orderbackbone.contract.order.HoldReason;
import dev.orderbackbone.contract.order.OrderConfirmed;
import dev.orderbackbone.contract.order.OrderHeld;
import dev.orderbackbone.contract.order.OrderReleased;
import dev.orderbackbone.contract.order.OrderStatus;
import dev.orderbackbone.contract.order.ReleaseRequested;
import dev.orderbackbone.contract.payment.AuthorizePayment;
import dev.orderbackbone.contract.payment.CapturePayment;
import dev.orderbackbone.contract.payment.GatewayAnswer;
import dev.orderbackbone.contract.payment.GatewayCall;
import dev.orderbackbone.contract.payment.GatewayOperation;
import dev.orderbackbone.contract.payment.GatewayOutcome;
import dev.orderbackbone.contract.payment.PaymentAuthorized;
import dev.orderbackbone.contract.payment.PaymentCaptureFailed;
import dev.orderbackbone.contract.payment.PaymentCaptured;
import dev.orderbackbone.contract.payment.PaymentDeclined;
import dev.orderbackbone.contract.payment.PaymentOutcomeResolved;
import dev.orderbackbone.contract.payment.PaymentOutcomeUnknown;
import dev.orderbackbone.contract.payment.PaymentRefunded;
import dev.orderbackbone.contract.payment.PaymentVoided;
import dev.orderbackbone.contract.payment.RefundPayment;
import dev.orderbackbone.contract.payment.VoidPayment;
import dev.orderbackbone.operator.verify.history.Plot.Turn;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;

/** An order's money: the saga's side, the payment's and the gateway's. */
final class Paying {
    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(1);
    private static final String ONLY = "";

    private final Story story;
    long authorizedMinor;
    long capturedMinor;

    Paying(Story story) {
        this.story = story;
    }

    /** One operation at the gateway. */
    private record Task(GatewayOperation operation, String id, long amountMinor, int round, Consumer<UUID> then) {}

    void authorise(UUID cause) {
        long totalMinor = story.cart.totalMinor();
        if (totalMinor == 0) {
            confirm(cause);
            return;
        }
        UUID command =
                story.world.write(new AuthorizePayment(story.caused(cause), totalMinor, story.currency, "token-1"));
        if (story.plot.has(Turn.CANCEL_EARLY)) {
            cancelEarly(totalMinor, command);
            return;
        }
        Task task = new Task(GatewayOperation.AUTHORIZE, ONLY, totalMinor, 1, this::confirm);
        story.then(() -> call(task, command));
    }

    void capture(String shipmentId, long amountMinor, UUID cause, Consumer<UUID> then) {
        UUID command = commandCapture(shipmentId, amountMinor, cause);
        Task task = new Task(GatewayOperation.CAPTURE, shipmentId, amountMinor, 1, then);
        story.then(() -> call(task, command));
    }

    void giveBack(UUID cause, Consumer<UUID> then) {
        UUID command = story.world.write(new VoidPayment(story.caused(cause), "not carried out"));
        long restMinor = authorizedMinor - capturedMinor;
        if (restMinor == 0) {
            story.then(
                    () -> then.accept(story.world.write(new PaymentVoided(story.caused(command), 0, story.currency))));
        } else {
            Task task = new Task(GatewayOperation.VOID, ONLY, restMinor, 1, then);
            story.then(() -> call(task, command));
        }
    }

    void refund(String returnId, long amountMinor, UUID cause) {
        UUID command = story.world.write(new RefundPayment(story.caused(cause), returnId, amountMinor, story.currency));
        Task task = new Task(
                GatewayOperation.REFUND,
                returnId,
                amountMinor,
                1,
                done -> story.telling.refunded(returnId, amountMinor, done));
        story.then(() -> call(task, command));
    }

    private UUID commandCapture(String shipmentId, long amountMinor, UUID cause) {
        return story.world.write(new CapturePayment(story.caused(cause), shipmentId, amountMinor, story.currency));
    }

    private void cancelEarly(long totalMinor, UUID command) {
        UUID request =
                story.world.write(new CancellationRequested(story.root(), "request-1", "changed my mind", "customer"));
        story.cancelling.begin(CancellationReason.REQUESTED, request);
        Join join = new Join(2, story.cancelling::end);
        story.reserving.releaseAll(request, join::done);
        Task task = new Task(
                GatewayOperation.AUTHORIZE, ONLY, totalMinor, 1, authorised -> giveBack(authorised, join::done));
        story.then(() -> call(task, command));
    }

    private void confirm(UUID cause) {
        UUID confirmed = story.tell(cause, OrderStatus.CONFIRMED, meta -> new OrderConfirmed(meta, authorizedMinor));
        story.telling.confirmed(confirmed);
        story.shipping.confirmed();
    }

    private void call(Task task, UUID cause) {
        UUID callId = story.world.randomId();
        UUID call = write(task, callId, false, 1, cause);
        if (isUnknown(task)) {
            story.then(() -> loseAnswer(task, callId, call));
        } else if (task.operation() == GatewayOperation.AUTHORIZE && story.plot.has(Turn.DECLINE)) {
            story.then(() -> decline(task, callId, call));
        } else if (task.operation() == GatewayOperation.CAPTURE
                && story.plot.has(Turn.FAILED_CAPTURE)
                && task.round() == 1) {
            story.then(() -> fail(task, callId, call));
        } else {
            story.then(() -> approve(task, callId, call, true));
        }
    }

    private boolean isUnknown(Task task) {
        return switch (task.operation()) {
            case AUTHORIZE -> story.plot.has(Turn.UNKNOWN_AUTHORISATION) || story.plot.has(Turn.LOST_AUTHORISATION);
            case CAPTURE -> story.plot.has(Turn.UNKNOWN_CAPTURE);
            case VOID, REFUND, UNKNOWN -> false;
        };
    }

    private void approve(Task task, UUID callId, UUID call, boolean moves) {
        if (moves) {
            charge(task, true);
        }
        UUID answer = answer(task, callId, call, GatewayOutcome.APPROVED, "");
        story.then(() -> task.then().accept(done(task, answer)));
    }

    private void decline(Task task, UUID callId, UUID call) {
        charge(task, false);
        UUID answer = answer(task, callId, call, GatewayOutcome.DECLINED, "insufficient_funds");
        story.then(() -> {
            UUID declined = story.world.write(new PaymentDeclined(story.caused(answer), "insufficient_funds"));
            story.cancelling.begin(CancellationReason.PAYMENT_DECLINED, declined);
            story.reserving.releaseAll(declined, story.cancelling::end);
        });
    }

    private void fail(Task task, UUID callId, UUID call) {
        UUID answer = answer(task, callId, call, GatewayOutcome.INVALID, "expired_authorization");
        story.then(() -> {
            UUID failed = story.world.write(new PaymentCaptureFailed(
                    story.caused(answer), task.id(), task.amountMinor(), story.currency, "expired_authorization"));
            hold(HoldReason.CAPTURE_FAILED, failed);
            story.then(() -> {
                UUID request = story.world.write(new ReleaseRequested(story.root(), "release-1", "try again", "eve"));
                release(HoldReason.CAPTURE_FAILED, request);
                UUID command = commandCapture(task.id(), task.amountMinor(), request);
                Task again = new Task(task.operation(), task.id(), task.amountMinor(), 2, task.then());
                story.then(() -> call(again, command));
            });
        });
    }

    /** The gateway did it, or never heard of it, and nobody knows until it is asked. */
    private void loseAnswer(Task task, UUID callId, UUID call) {
        boolean neverArrived = story.plot.has(Turn.LOST_AUTHORISATION);
        if (!neverArrived) {
            charge(task, true);
        }
        UUID answer = answer(task, callId, call, GatewayOutcome.NO_ANSWER, "timeout");
        story.then(() -> {
            UUID unknown = story.world.write(new PaymentOutcomeUnknown(
                    story.caused(answer), task.operation(), task.id(), task.amountMinor(), story.currency, false));
            hold(HoldReason.PAYMENT_UNKNOWN, unknown);
            UUID askId = story.world.randomId();
            UUID ask = write(task, askId, true, 1, unknown);
            story.then(() -> {
                if (neverArrived) {
                    callAgain(task, answer(task, askId, ask, GatewayOutcome.NOT_FOUND, "unknown"));
                } else {
                    resolve(task, answer(task, askId, ask, GatewayOutcome.APPROVED, ""));
                }
            });
        });
    }

    private void callAgain(Task task, UUID notFound) {
        UUID callId = story.world.randomId();
        UUID call = write(task, callId, false, 2, notFound);
        story.then(() -> {
            charge(task, true);
            resolve(task, answer(task, callId, call, GatewayOutcome.APPROVED, ""));
        });
    }

    private void resolve(Task task, UUID answer) {
        story.then(() -> {
            UUID resolved = story.world.write(new PaymentOutcomeResolved(
                    story.caused(answer), task.operation(), task.id(), GatewayOutcome.APPROVED, "gateway"));
            UUID done = done(task, answer);
            release(HoldReason.PAYMENT_UNKNOWN, resolved);
            story.then(() -> task.then().accept(done));
        });
    }

    private void hold(HoldReason reason, UUID cause) {
        OrderStatus from = story.status;
        story.heldFrom = from;
        story.tell(cause, OrderStatus.HELD, meta -> new OrderHeld(meta, reason, "wait", from));
    }

    private void release(HoldReason reason, UUID cause) {
        story.tell(cause, story.heldFrom, meta -> new OrderReleased(meta, reason, story.heldFrom));
    }

    private UUID done(Task task, UUID cause) {
        long amountMinor = task.amountMinor();
        return switch (task.operation()) {
            case AUTHORIZE -> {
                authorizedMinor += amountMinor;
                yield story.world.write(
                        new PaymentAuthorized(story.caused(cause), amountMinor, story.currency, "auth-1"));
            }
            case CAPTURE -> {
                capturedMinor += amountMinor;
                yield story.world.write(
                        new PaymentCaptured(story.caused(cause), task.id(), amountMinor, story.currency));
            }
            case VOID -> story.world.write(new PaymentVoided(story.caused(cause), amountMinor, story.currency));
            case REFUND ->
                story.world.write(new PaymentRefunded(story.caused(cause), task.id(), amountMinor, story.currency));
            case UNKNOWN -> throw new IllegalStateException();
        };
    }

    private void charge(Task task, boolean done) {
        story.world.charge(keyOf(task), task.operation(), story.id, task.amountMinor(), story.currency, done);
    }

    private UUID write(Task task, UUID callId, boolean ask, int attempt, UUID cause) {
        return story.world.write(new GatewayCall(
                story.caused(cause),
                callId,
                task.operation(),
                task.id(),
                ask,
                keyOf(task),
                attempt,
                task.operation() == GatewayOperation.AUTHORIZE ? null : "auth-1",
                task.amountMinor(),
                story.currency,
                task.operation() == GatewayOperation.AUTHORIZE ? "token-1" : null,
                story.world.now().plus(ANSWER_WITHIN)));
    }

    private UUID answer(Task task, UUID callId, UUID call, GatewayOutcome outcome, String code) {
        return story.world.write(new GatewayAnswer(
                story.caused(call), callId, task.operation(), task.id(), outcome, "auth-1", task.amountMinor(), code));
    }

    private String keyOf(Task task) {
        String name = task.operation().name() + (task.id().isEmpty() ? "" : ":" + task.id());
        return story.id + ":" + name + (task.round() == 1 ? "" : ":" + task.round());
    }
}
