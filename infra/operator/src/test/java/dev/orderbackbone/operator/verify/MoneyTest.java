package dev.orderbackbone.operator.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.order.OrderConfirmed;
import dev.orderbackbone.contract.order.OrderReturned;
import dev.orderbackbone.contract.order.OrderShipped;
import dev.orderbackbone.contract.payment.GatewayCall;
import dev.orderbackbone.contract.payment.GatewayOperation;
import dev.orderbackbone.contract.payment.PaymentCaptured;
import dev.orderbackbone.contract.payment.PaymentRefunded;
import dev.orderbackbone.contract.payment.PaymentVoided;
import dev.orderbackbone.operator.verify.evidence.GatewayEffect;
import dev.orderbackbone.operator.verify.history.History;
import dev.orderbackbone.operator.verify.history.Plot;
import dev.orderbackbone.operator.verify.invariant.Law;
import org.junit.jupiter.api.Test;

class MoneyTest {
    private final History history = History.of(61, 40, Plot.ending());

    @Test
    void noticesACaptureOfMoreThanWasShipped() {
        PaymentCaptured captured = history.first(PaymentCaptured.class);
        long amountMinor = captured.amountMinor() + 1;
        rebook(captured.meta().orderId(), GatewayOperation.CAPTURE, amountMinor, captured.currency());
        history.replace(
                captured, event -> new PaymentCaptured(event.meta(), event.captureId(), amountMinor, event.currency()));

        Report report = Audits.auditEnded(history);

        Audits.assertBreaks(report, Law.I5);
        assertThat(report.of(Law.I5).printed())
                .anySatisfy(violation ->
                        assertThat(violation.expected()).startsWith("captured and voided at most what was authorised"))
                .anySatisfy(violation -> assertThat(violation.expected()).startsWith("capture of"))
                .anySatisfy(violation -> assertThat(violation.expected()).startsWith("nothing outstanding"));
    }

    @Test
    void noticesARefundOfLessThanCameBack() {
        PaymentRefunded refunded = history.first(PaymentRefunded.class);
        long amountMinor = refunded.amountMinor() - 1;
        rebook(refunded.meta().orderId(), GatewayOperation.REFUND, amountMinor, refunded.currency());
        history.replace(
                refunded, event -> new PaymentRefunded(event.meta(), event.refundId(), amountMinor, event.currency()));

        Audits.assertBreaks(Audits.auditEnded(history), Law.I5);
    }

    @Test
    void noticesAVoidThatLeavesMoneyHeld() {
        PaymentVoided voided = history.first(PaymentVoided.class);
        long amountMinor = voided.amountMinor() - 1;
        rebook(voided.meta().orderId(), GatewayOperation.VOID, amountMinor, voided.currency());
        history.replace(voided, event -> new PaymentVoided(event.meta(), amountMinor, event.currency()));

        Report report = Audits.auditEnded(history);

        Audits.assertBreaks(report, Law.I5);
        assertThat(report.of(Law.I5).printed())
                .anySatisfy(violation -> assertThat(violation.expected()).startsWith("nothing outstanding"));
    }

    @Test
    void noticesMoneyInAnotherCurrency() {
        PaymentCaptured captured = history.first(PaymentCaptured.class);
        rebook(captured.meta().orderId(), GatewayOperation.CAPTURE, captured.amountMinor(), "USD");
        history.replace(
                captured, event -> new PaymentCaptured(event.meta(), event.captureId(), event.amountMinor(), "USD"));

        Audits.assertBreaks(Audits.auditEnded(history), Law.I5);
    }

    @Test
    void noticesAShipmentThatIsWorthMoreThanItsGoods() {
        history.replace(
                history.first(OrderShipped.class),
                event -> new OrderShipped(
                        event.meta(),
                        event.shipmentId(),
                        event.lines(),
                        event.amountMinor() + 1,
                        event.carrier(),
                        event.trackingCode()));

        Audits.assertBreaks(Audits.auditEnded(history), Law.I5);
    }

    @Test
    void noticesAReturnThatIsWorthLessThanItsGoods() {
        history.replace(
                history.first(OrderReturned.class),
                event -> new OrderReturned(
                        event.meta(), event.returnId(), event.lines(), event.refundMinor() - 1, event.reason()));

        Audits.assertBreaks(Audits.auditEnded(history), Law.I5);
    }

    @Test
    void noticesAConfirmationOfAnotherAmount() {
        history.replace(
                history.first(OrderConfirmed.class),
                event -> new OrderConfirmed(event.meta(), event.authorizedMinor() + 100));

        Audits.assertBreaks(Audits.auditEnded(history), Law.I5);
    }

    /** Changes the calls and the gateway's ledger, so that only the order and its payment disagree. */
    private void rebook(String orderId, GatewayOperation operation, long amountMinor, String currency) {
        history.log.replaceAll(written -> written.message() instanceof GatewayCall call
                        && call.meta().orderId().equals(orderId)
                        && call.operation() == operation
                ? written.saying(new GatewayCall(
                        call.meta(),
                        call.callId(),
                        call.operation(),
                        call.operationId(),
                        call.ask(),
                        call.idempotencyKey(),
                        call.attempt(),
                        call.authorizationId(),
                        amountMinor,
                        currency,
                        call.paymentMethod(),
                        call.answerBy()))
                : written);
        history.regateway(
                effect -> effect.orderId().equals(orderId) && effect.operation() == operation,
                effect -> new GatewayEffect(
                        effect.line(),
                        effect.idempotencyKey(),
                        operation,
                        orderId,
                        amountMinor,
                        currency,
                        effect.done()));
    }
}
