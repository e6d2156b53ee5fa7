package dev.orderbackbone.operator.whatif;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.payment.AuthorizePayment;
import dev.orderbackbone.payment.domain.Payment;
import dev.orderbackbone.payment.domain.PaymentDecider;
import dev.orderbackbone.payment.domain.PaymentRules;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The payment of an order. */
record PaymentsDecider(PaymentDecider decider) implements PresentDecider<Payment> {
    PaymentsDecider(PaymentRules rules) {
        this(new PaymentDecider(rules));
    }

    @Override
    public Decision<Payment> decide(@Nullable Payment payment, String orderId, Message input, Instant now) {
        return decider.decide(payment, orderId, input, now);
    }

    @Override
    public @Nullable Instant deadlineOf(Payment payment) {
        return payment.nextAt();
    }

    @Override
    public Decision<Payment> decideDue(Payment payment, String orderId, Instant now) {
        return decider.decideDue(payment, now);
    }

    /** An authorisation is asked for once, before anything else, and always answered. */
    @Override
    public boolean isBeginningOf(List<Input> inputs, List<RecordedDecision> decisions) {
        return inputs.stream()
                .filter(input -> input.message() instanceof AuthorizePayment)
                .anyMatch(input ->
                        decisions.stream().anyMatch(decision -> decision.cause().equals(input.id())));
    }
}
