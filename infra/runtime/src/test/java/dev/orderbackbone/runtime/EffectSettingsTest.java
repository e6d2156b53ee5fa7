package dev.orderbackbone.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EffectSettingsTest {

    @Test
    void impossibleOnesAreRefusedByName() {
        assertRefused("effects.most-under-way", 0, Duration.ZERO);
        assertRefused("effects.close-patience", 1, Duration.ofMillis(-1));
        assertRefused("effects.close-patience", 1, Duration.ofSeconds(121));
    }

    @Test
    void whoeverGetsAPartitionDoesNotWaitLongForIt() {
        assertThat(new EffectSettings(1, Duration.ofMinutes(1)).handoverPatience())
                .isEqualTo(Duration.ofSeconds(5));
        assertThat(new EffectSettings(1, Duration.ofMillis(1)).handoverPatience())
                .isEqualTo(Duration.ofMillis(1));
    }

    private static void assertRefused(String name, int mostUnderWay, Duration closePatience) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EffectSettings(mostUnderWay, closePatience))
                .withMessageContaining(name);
    }
}
