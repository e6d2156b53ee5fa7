package dev.orderbackbone.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EffectSettingsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void impossibleOnesAreRefusedByName() {
        assertRefused("effects.lanes", 0, 1, 1, SECOND, SECOND);
        assertRefused("effects.lanes", 65, 1, 1, SECOND, SECOND);
        assertRefused("effects.batch", 1, 0, 1, SECOND, SECOND);
        assertRefused("effects.batch", 1, 1_001, 2_000, SECOND, SECOND);
        assertRefused("effects.most-under-way", 1, 10, 9, SECOND, SECOND);
        assertRefused("effects.patience", 1, 1, 1, Duration.ofMillis(9), SECOND);
        assertRefused("effects.patience", 1, 1, 1, Duration.ofSeconds(16), SECOND);
        assertRefused("effects.close-patience", 1, 1, 1, SECOND, SECOND.negated());
    }

    @Test
    void theUsualPatienceEndsLongBeforeTheBrokersLock() {
        assertThat(EffectSettings.usual().patience().multipliedBy(2)).isLessThan(ShareGroupSettings.LOCK_DURATION);
    }

    @Test
    void deliveriesCountFromOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Delivery(0));
        assertThat(new Delivery(1).isRepeated()).isFalse();
        assertThat(new Delivery(2).isRepeated()).isTrue();
    }

    private static void assertRefused(
            String name, int lanes, int batch, int mostUnderWay, Duration patience, Duration closePatience) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EffectSettings(lanes, batch, mostUnderWay, patience, closePatience))
                .withMessageContaining(name);
    }
}
