package dev.orderbackbone.operator.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderbackbone.notification.domain.NotificationRules;
import dev.orderbackbone.orderevents.domain.SagaSettings;
import dev.orderbackbone.payment.domain.PaymentRules;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresentSettingsTest {
    @Test
    void areThoseOfTheServicesWhereNothingIsSet() {
        PresentSettings settings = PresentSettings.of(Map.of("HOME", "/"));

        assertThat(settings.saga()).isEqualTo(SagaSettings.STANDARD);
        assertThat(settings.payment()).isEqualTo(PaymentRules.USUAL);
        assertThat(settings.notifications()).isEqualTo(NotificationRules.DEFAULT);
    }

    @Test
    void areReadFromTheVariablesOfTheServices() {
        PresentSettings settings = PresentSettings.of(Map.of(
                "ORDERS_CONFIRM_WITHIN", "10m",
                "ORDERS_RELEASE_GRACE", "500ms",
                "ORDERS_POOLS_PER_LOCATION", "4",
                "PAYMENT_ANSWER_WITHIN", "PT20S",
                "PAYMENT_ASK_AFTER", "2s, 5s,1h",
                "PAYMENT_REVIEW_AFTER", "12h",
                "NOTIFICATIONS_ASK_AGAIN_AFTER", "1m",
                "NOTIFICATIONS_GIVE_UP_AFTER", "2d"));

        assertThat(settings.saga().confirmWithin()).isEqualTo(Duration.ofMinutes(10));
        assertThat(settings.saga().releaseGrace()).isEqualTo(Duration.ofMillis(500));
        assertThat(settings.saga().pools().poolsPerLocation()).isEqualTo(4);
        assertThat(settings.payment().answerWithin()).isEqualTo(Duration.ofSeconds(20));
        assertThat(settings.payment().schedule().waits())
                .containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofHours(1));
        assertThat(settings.payment().schedule().reviewAfter()).isEqualTo(Duration.ofHours(12));
        assertThat(settings.notifications().askAgainAfter()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.notifications().giveUpAfter()).isEqualTo(Duration.ofDays(2));
    }

    @ParameterizedTest
    @CsvSource({
        "ORDERS_CONFIRM_WITHIN, soon, ORDERS_CONFIRM_WITHIN=soon: must be a time",
        "ORDERS_CONFIRM_WITHIN, 0s, confirm-within must be positive",
        "ORDERS_POOLS_PER_LOCATION, many, ORDERS_POOLS_PER_LOCATION=many: must be a number",
        "PAYMENT_ASK_AFTER, '1m,', PAYMENT_ASK_AFTER=: must be a time",
    })
    void thatCannotBeUsedAreRefusedByName(String name, String value, String message) {
        assertThatThrownBy(() -> PresentSettings.of(Map.of(name, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
