package dev.orderbackbone.payment.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.orderbackbone.payment.domain.PaymentRules;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaymentSettingsTest {
    @Test
    void theUsualOnesAreTheUsualRules() {
        PaymentSettings usual = new PaymentSettings(
                Duration.ofMinutes(1),
                List.of(
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(10),
                        Duration.ofHours(1),
                        Duration.ofHours(6)),
                Duration.ofHours(24));

        assertThat(usual.rules()).isEqualTo(PaymentRules.USUAL);
    }

    @Test
    void impossibleOnesAreRefused() {
        PaymentSettings impossible =
                new PaymentSettings(Duration.ofHours(25), List.of(Duration.ofSeconds(30)), Duration.ofHours(24));

        assertThatIllegalArgumentException().isThrownBy(impossible::rules).withMessageContaining("PT25H");
    }
}
