package dev.orderbackbone.payment.config;

import dev.orderbackbone.payment.domain.AskSchedule;
import dev.orderbackbone.payment.domain.PaymentRules;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.List;

/**
 * The times that payments go by.
 *
 * @param answerWithin how long a gateway call may take, from its decision to its answer ({@code PAYMENT_ANSWER_WITHIN}).
 * @param askAfter how long to wait before the gateway is asked about an unknown outcome, the first, second, ... time; comma-separated
 *     ({@code PAYMENT_ASK_AFTER}).
 * @param reviewAfter when a person has to decide; not longer than the gateway keeps idempotency keys ({@code PAYMENT_REVIEW_AFTER}).
 */
@ConfigurationProperties("payment")
record PaymentSettings(
        @Bindable(defaultValue = "1m") Duration answerWithin,
        @Bindable(defaultValue = "30s,2m,10m,1h,6h") List<Duration> askAfter,
        @Bindable(defaultValue = "24h") Duration reviewAfter) {
    PaymentRules rules() {
        return new PaymentRules(answerWithin, new AskSchedule(askAfter, reviewAfter));
    }
}
