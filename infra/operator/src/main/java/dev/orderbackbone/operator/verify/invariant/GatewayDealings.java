package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.contract.payment.GatewayCall;
import dev.orderbackbone.contract.payment.GatewayOperation;
import dev.orderbackbone.contract.payment.PaymentAuthorized;
import dev.orderbackbone.contract.payment.PaymentCaptured;
import dev.orderbackbone.contract.payment.PaymentEvent;
import dev.orderbackbone.contract.payment.PaymentRefunded;
import dev.orderbackbone.contract.payment.PaymentVoided;
import dev.orderbackbone.operator.verify.evidence.LogRecord;
import java.util.List;

/** What was asked of the gateway for one order, and what the payment says that it did. */
final class GatewayDealings {
    private static final String ONLY = "";

    private List<Call> calls = List.of();
    private List<Done> dones = List.of();
    private final OpenQuestions questions = new OpenQuestions();

    /**
     * A call that was meant to do something. Calls of one idempotency key are kept once.
     *
     * @param key hash of the idempotency key.
     * @param currency hash of the code.
     */
    record Call(
            GatewayOperation operation, String operationId, long key, long amountMinor, long currency, long place) {}

    /** An operation that the payment says was done. */
    record Done(GatewayOperation operation, String operationId, long amountMinor, long currency, long place) {}

    void called(LogRecord record, GatewayCall call) {
        long key = Hash64.of(call.idempotencyKey());
        if (!call.ask()
                && calls.stream().noneMatch(known -> known.key() == key && known.amountMinor() == call.amountMinor())) {
            calls = Few.plus(
                    calls,
                    new Call(
                            call.operation(),
                            call.operationId(),
                            key,
                            call.amountMinor(),
                            Hash64.of(call.currency()),
                            PackedPlace.of(record)));
        }
    }

    void happened(LogRecord record, PaymentEvent event) {
        questions.see(event);
        if (event instanceof PaymentAuthorized done) {
            add(record, GatewayOperation.AUTHORIZE, ONLY, done.amountMinor(), done.currency());
        } else if (event instanceof PaymentCaptured done) {
            add(record, GatewayOperation.CAPTURE, done.captureId(), done.amountMinor(), done.currency());
        } else if (event instanceof PaymentRefunded done) {
            add(record, GatewayOperation.REFUND, done.refundId(), done.amountMinor(), done.currency());
        } else if (event instanceof PaymentVoided done && done.amountMinor() != 0) {
            add(record, GatewayOperation.VOID, ONLY, done.amountMinor(), done.currency());
        }
    }

    List<Call> calls() {
        return calls;
    }

    List<Done> dones() {
        return dones;
    }

    /** Whether nobody knows of some operation what came of it. */
    boolean isUnclear() {
        return !questions.isEmpty();
    }

    private void add(LogRecord record, GatewayOperation operation, String id, long amountMinor, String currency) {
        dones = Few.plus(dones, new Done(operation, id, amountMinor, Hash64.of(currency), PackedPlace.of(record)));
    }
}
