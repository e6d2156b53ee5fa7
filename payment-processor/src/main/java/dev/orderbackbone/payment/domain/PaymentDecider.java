package dev.orderbackbone.payment.domain;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.payment.GatewayAnswer;
import dev.orderbackbone.contract.payment.PaymentCommand;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Decides what commands, answers of the gateway and passed deadlines mean for a payment. Pure and thread-safe. */
public final class PaymentDecider {
    private final PaymentRules rules;

    /** A decider that goes by these rules. */
    public PaymentDecider(PaymentRules rules) {
        this.rules = rules;
    }

    /**
     * What the message means.
     *
     * @param payment null where nothing is known of it yet.
     * @param orderId the order whose payment it is, from the record's key.
     */
    public Decision<Payment> decide(@Nullable Payment payment, String orderId, Message input, Instant now) {
        if (!input.meta().orderId().equals(orderId)) {
            return Decision.ignored("key-is-not-order-id");
        }
        return switch (input) {
            case PaymentCommand command -> OnCommand.decide(rules, payment, command, now);
            case GatewayAnswer answer ->
                payment == null ? Decision.ignored("unknown-payment") : OnAnswer.decide(rules, payment, answer, now);
            default -> Decision.ignored("not-about-payments"); // Message is open: it has kinds that concern others
        };
    }

    /** What it means that nothing came in until the payment's next time. */
    public Decision<Payment> decideDue(Payment payment, Instant now) {
        return OnDeadline.decide(rules, payment, now);
    }
}
