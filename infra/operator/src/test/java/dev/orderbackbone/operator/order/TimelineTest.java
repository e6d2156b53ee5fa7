package dev.orderbackbone.operator.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final Entry submitted = entry("orders.intake.v1", 0, "submitted", "submitted");
    private final Entry placed = entry("orders.events.v1", 0, "placed", "submitted");
    private final Entry reserve = entry("inventory.commands.v1", 0, "reserve", "submitted");
    private final Entry reserved = entry("inventory.events.v1", -5, "reserved", "reserve");
    private final Entry confirmed = entry("orders.events.v1", 3, "confirmed", "reserved");

    @Test
    void effectsFollowTheirCausesEvenWhereClocksSayOtherwise() {
        List<Entry> shuffled = new ArrayList<>(List.of(submitted, placed, reserve, reserved, confirmed));
        for (int seed = 0; seed < 100; seed++) {
            Collections.shuffle(shuffled, new Random(seed));

            assertThat(Timeline.of("o", "", shuffled).entries())
                    .containsExactly(submitted, placed, reserve, reserved, confirmed);
        }
    }

    @Test
    void namesTheCauseByItsNumber() {
        Timeline timeline = Timeline.of("o", "", List.of(submitted, placed, reserve, reserved, confirmed));

        assertThat(timeline.causeOf(submitted)).isZero();
        assertThat(timeline.causeOf(placed)).isEqualTo(1);
        assertThat(timeline.causeOf(reserved)).isEqualTo(3);
    }

    @Test
    void whatIsCausedByNothingThatIsKnownStandsByItsTime() {
        Entry late = entry("payments.events.v1", 10, "late", "unknown");
        Entry early = entry("payments.events.v1", -10, "early", "unknown");

        assertThat(Timeline.of("o", "", List.of(late, submitted, early)).entries())
                .containsExactly(early, submitted, late);
    }

    @Test
    void evenACircleIsTold() {
        Entry one = entry("orders.events.v1", 1, "one", "two");
        Entry two = entry("orders.events.v1", 2, "two", "one");

        assertThat(Timeline.of("o", "", List.of(two, one, submitted)).entries()).containsExactly(submitted, one, two);
    }

    @Test
    void whatDoesNotDecodeIsToldToo() {
        Entry broken = new Entry(NOW, "orders.intake.v1", 0, 7, "NO_MAGIC_BYTE", "", "", "does not decode", Map.of());

        Timeline timeline = Timeline.of("o", "", List.of(broken, submitted));

        assertThat(timeline.entries()).containsExactlyInAnyOrder(broken, submitted);
        assertThat(timeline.causeOf(broken)).isZero();
    }

    private static Entry entry(String topic, int seconds, String eventId, String causationId) {
        return new Entry(NOW.plusSeconds(seconds), topic, 0, seconds + 20, eventId, eventId, causationId, "", Map.of());
    }
}
