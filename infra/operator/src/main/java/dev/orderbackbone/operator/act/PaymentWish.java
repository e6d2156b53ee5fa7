package dev.orderbackbone.operator.act;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.payment.GatewayOperation;
import dev.orderbackbone.contract.payment.GatewayOutcome;
import dev.orderbackbone.contract.payment.PaymentOutcomeResolved;
import dev.orderbackbone.contract.payment.ResolvePayment;
import dev.orderbackbone.operator.change.Operation;
import dev.orderbackbone.operator.whatif.Foretelling;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An outcome that nobody knew is known now.
 *
 * @param subject the order.
 * @param operationId the capture's or refund's id; empty for the authorisation and the void.
 * @param authorizationId the gateway's; null where it says none.
 * @param evidence how it is known.
 */
record PaymentWish(
        String subject,
        GatewayOperation operation,
        String operationId,
        GatewayOutcome outcome,
        @Nullable String authorizationId,
        String evidence,
        Foretelling foretelling)
        implements Wish {
    @Override
    public String service() {
        return Topics.PAYMENT;
    }

    @Override
    public List<Topic> outcomes() {
        return List.of(Topics.PAYMENTS_EVENTS, Topics.PAYMENTS_CALLS);
    }

    @Override
    public Prospect prospect(Instant now) throws InterruptedException {
        return Prospects.of(foretelling.ofPayment(
                subject,
                storeId -> resolution(Prospects.forecastMeta(subject, storeId, now), Prospects.FORECAST),
                now));
    }

    @Override
    public Message message(Meta meta, Operation by) {
        return resolution(meta, by.startedBy());
    }

    @Override
    public List<String> faults(List<Message> told) {
        return told.stream().anyMatch(PaymentOutcomeResolved.class::isInstance)
                ? List.of()
                : List.of("the outcome was not resolved");
    }

    private ResolvePayment resolution(Meta meta, String by) {
        return new ResolvePayment(meta, operation, operationId, outcome, authorizationId, evidence, by);
    }
}
