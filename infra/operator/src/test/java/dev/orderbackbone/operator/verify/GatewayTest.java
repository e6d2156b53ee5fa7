package dev.orderbackbone.operator.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.payment.GatewayAnswer;
import dev.orderbackbone.contract.payment.GatewayCall;
import dev.orderbackbone.contract.payment.GatewayOperation;
import dev.orderbackbone.contract.payment.GatewayOutcome;
import dev.orderbackbone.operator.verify.evidence.GatewayEffect;
import dev.orderbackbone.operator.verify.history.History;
import dev.orderbackbone.operator.verify.history.Plot;
import dev.orderbackbone.operator.verify.invariant.Law;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GatewayTest {
    private final History history = History.of(71, 40, Plot.ending());
    private final GatewayEffect charge = history.gateway.stream()
            .filter(effect -> effect.done() && effect.operation() == GatewayOperation.CAPTURE)
            .findFirst()
            .orElseThrow();

    @Test
    void noticesACustomerWhoIsChargedTwice() {
        history.gateway.add(onLine(history.gateway.size() + 1, charge));

        Report report = Audits.auditEnded(history);

        Audits.assertBreaks(report, Law.I6);
        assertThat(Audits.firstOf(report, Law.I6).subject()).isEqualTo(charge.orderId());
        assertThat(Audits.firstOf(report, Law.I6).places().getFirst().toString())
                .isEqualTo("gateway ledger line " + history.gateway.size());
    }

    @Test
    void noticesAChargeThatNobodyAskedFor() {
        history.gateway.add(new GatewayEffect(
                history.gateway.size() + 1,
                "some key",
                GatewayOperation.AUTHORIZE,
                "nobody's order",
                100,
                "EUR",
                true));

        Report report = Audits.auditEnded(history);

        Audits.assertBreaks(report, Law.I6);
        assertThat(Audits.firstOf(report, Law.I6).subject()).isEqualTo("nobody's order");
    }

    @Test
    void noticesAChargeWithAKeyThatIsNoCallsKey() {
        history.gateway.add(new GatewayEffect(
                history.gateway.size() + 1,
                "some key",
                GatewayOperation.REFUND,
                charge.orderId(),
                1,
                charge.currency(),
                true));

        Audits.assertBreaks(Audits.auditEnded(history), Law.I6);
    }

    @Test
    void noticesAChargeOfAnotherAmount() {
        history.regateway(
                charge::equals,
                effect -> new GatewayEffect(
                        effect.line(),
                        effect.idempotencyKey(),
                        effect.operation(),
                        effect.orderId(),
                        effect.amountMinor() + 1,
                        effect.currency(),
                        true));

        Audits.assertBreaks(Audits.auditEnded(history), Law.I6);
    }

    @Test
    void noticesACaptureThatTheGatewayNeverMade() {
        history.gateway.remove(charge);

        Report report = Audits.auditEnded(history);

        Audits.assertBreaks(report, Law.I6);
        assertThat(Audits.firstOf(report, Law.I6).expected()).contains("in the gateway's ledger");
    }

    @Test
    void noticesAChargeThatThePaymentDoesNotKnowOf() {
        GatewayCall former = history.first(GatewayCall.class, call -> call.operation() == GatewayOperation.CAPTURE);
        GatewayCall call = new GatewayCall(
                history.metaAfter(former.meta(), 0),
                new UUID(1, 2),
                GatewayOperation.REFUND,
                "return-9",
                false,
                "refund key",
                1,
                former.authorizationId(),
                5,
                former.currency(),
                null,
                former.answerBy());
        history.append(call);
        history.append(new GatewayAnswer(
                history.metaAfter(call.meta(), 0),
                call.callId(),
                call.operation(),
                call.operationId(),
                GatewayOutcome.APPROVED,
                call.authorizationId(),
                5,
                ""));
        history.gateway.add(new GatewayEffect(
                history.gateway.size() + 1,
                call.idempotencyKey(),
                call.operation(),
                call.meta().orderId(),
                5,
                call.currency(),
                true));

        Audits.assertBreaks(Audits.auditEnded(history), Law.I6);
    }

    private static GatewayEffect onLine(long line, GatewayEffect effect) {
        return new GatewayEffect(
                line,
                effect.idempotencyKey(),
                effect.operation(),
                effect.orderId(),
                effect.amountMinor(),
                effect.currency(),
                effect.done());
    }
}
