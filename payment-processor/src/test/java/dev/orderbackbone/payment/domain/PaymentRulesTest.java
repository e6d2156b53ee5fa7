package dev.orderbackbone.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.orderbackbone.contract.payment.GatewayOperation;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PaymentRulesTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void aCallThatWouldOutliveItsIdempotencyKeyMustNotBeMade() {
        Operation operation = Operation.wanted(GatewayOperation.CAPTURE, "c1", 100, new UUID(1, 1), START);
        Instant keyDies = START.plus(Duration.ofHours(24));

        assertThat(PaymentRules.USUAL.mayCallAgain(operation, keyDies.minusSeconds(61)))
                .isTrue();
        assertThat(PaymentRules.USUAL.mayCallAgain(operation, keyDies.minusSeconds(60)))
                .isFalse();
    }

    @Test
    void answersComeWithinAPositiveTimeShorterThanTheReview() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PaymentRules(Duration.ZERO, AskSchedule.USUAL));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PaymentRules(Duration.ofHours(24), AskSchedule.USUAL))
                .withMessageContaining("PT24H");
    }
}
