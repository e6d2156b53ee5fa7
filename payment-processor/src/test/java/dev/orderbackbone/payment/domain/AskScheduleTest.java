package dev.orderbackbone.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AskScheduleTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void asksEverLessOftenAndHandsOverAfterADay() {
        assertThat(timesOfAsking(AskSchedule.USUAL))
                .containsExactly(
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(150),
                        Duration.ofSeconds(750),
                        Duration.ofSeconds(4_350),
                        Duration.ofSeconds(25_950),
                        Duration.ofSeconds(47_550),
                        Duration.ofSeconds(69_150),
                        Duration.ofHours(24));
    }

    @Test
    void repeatsTheLastWait() {
        AskSchedule everyMinute = new AskSchedule(List.of(Duration.ofMinutes(1)), Duration.ofMinutes(3));

        assertThat(timesOfAsking(everyMinute))
                .containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(3));
    }

    @Test
    void needsWaitsAndPositiveOnes() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AskSchedule(List.of(), Duration.ofHours(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AskSchedule(List.of(Duration.ZERO), Duration.ofHours(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AskSchedule(List.of(Duration.ofHours(1)), Duration.ofHours(-1)));
    }

    /** When each asking would be, from the start on, with the time of review last. */
    private static List<Duration> timesOfAsking(AskSchedule schedule) {
        List<Duration> times = new ArrayList<>();
        Instant now = START;
        while (now.isBefore(schedule.reviewAt(START))) {
            now = schedule.nextAt(times.size(), START, now);
            times.add(Duration.between(START, now));
        }
        return times;
    }
}
