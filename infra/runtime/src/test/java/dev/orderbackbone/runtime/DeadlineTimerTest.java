package dev.orderbackbone.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.junit.jupiter.api.Test;

class DeadlineTimerTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration RESOLUTION = Duration.ofMillis(250);

    private final AtomicInteger woken = new AtomicInteger();
    private final MockProcessorContext<byte[], byte[]> context = new MockProcessorContext<>();
    private final DeadlineTimer timer = new DeadlineTimer(context, RESOLUTION, woken::incrementAndGet);

    @Test
    void doesNotTickWhereThereIsNoDeadline() {
        timer.arm(null, NOON);

        assertThat(armed()).isEmpty();
    }

    @Test
    void wakesOnceForADeadlineAndTicksNoMore() {
        timer.arm(NOON.plusSeconds(60), NOON);
        assertThat(armed()).containsExactly(Duration.ofSeconds(60));

        wake();

        assertThat(woken).hasValue(1);
        assertThat(armed()).isEmpty();
    }

    @Test
    void wakesEarlierForAnEarlierDeadlineAndNoLaterForALaterOne() {
        timer.arm(NOON.plusSeconds(60), NOON);
        timer.arm(NOON.plusSeconds(90), NOON);
        assertThat(armed()).containsExactly(Duration.ofSeconds(60));

        timer.arm(NOON.plusSeconds(20), NOON.plusSeconds(5));

        assertThat(armed()).containsExactly(Duration.ofSeconds(15));
    }

    @Test
    void gathersWhatIsDueAlready() {
        timer.arm(Instant.EPOCH, NOON);
        timer.arm(Instant.EPOCH, NOON.plusMillis(100));

        assertThat(armed()).containsExactly(RESOLUTION);
    }

    @Test
    void canBeArmedAgainWhenItHasWoken() {
        timer.arm(NOON, NOON);
        wake();

        timer.arm(NOON.plusSeconds(60), NOON.plusSeconds(1));

        assertThat(armed()).containsExactly(Duration.ofSeconds(59));
    }

    private void wake() {
        open().forEach(punctuator -> punctuator.getPunctuator().punctuate(0));
    }

    private List<Duration> armed() {
        return open().stream().map(CapturedPunctuator::getInterval).toList();
    }

    private List<CapturedPunctuator> open() {
        return context.scheduledPunctuators().stream()
                .filter(punctuator -> !punctuator.cancelled())
                .toList();
    }
}
