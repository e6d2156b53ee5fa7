package dev.orderbackbone.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final Deadlines deadlines = new Deadlines();

    @Test
    void givesWhatIsDueEarliestFirstAndOnlyOnce() {
        deadlines.set("later", NOON.plusSeconds(2));
        deadlines.set("sooner", NOON.plusSeconds(1));
        deadlines.set("not yet", NOON.plusSeconds(9));

        assertThat(deadlines.takeDue(NOON.plusSeconds(2), 10)).containsExactly("sooner", "later");
        assertThat(deadlines.takeDue(NOON.plusSeconds(2), 10)).isEmpty();
        assertThat(deadlines.size()).isEqualTo(1);
    }

    @Test
    void aMovedDeadlineCountsAtItsNewTimeOnly() {
        deadlines.set("order", NOON);
        deadlines.set("order", NOON.plusSeconds(5));

        assertThat(deadlines.takeDue(NOON.plusSeconds(4), 10)).isEmpty();
        assertThat(deadlines.takeDue(NOON.plusSeconds(5), 10)).containsExactly("order");
    }

    @Test
    void aRemovedDeadlineIsGoneAndOthersOfTheSameTimeStay() {
        deadlines.set("gone", NOON);
        deadlines.set("stays", NOON);
        deadlines.set("gone", null);

        assertThat(deadlines.takeDue(NOON, 10)).containsExactly("stays");
        assertThat(deadlines.size()).isZero();
    }

    @Test
    void givesNoMoreThanTheLimitAndTheRestTheNextTime() {
        for (int i = 0; i < 5; i++) {
            deadlines.set("order-" + i, NOON);
        }

        assertThat(deadlines.takeDue(NOON, 3)).containsExactly("order-0", "order-1", "order-2");
        assertThat(deadlines.takeDue(NOON, 3)).containsExactly("order-3", "order-4");
    }

    @Test
    void aDeadlineThatWasPutOffIsDueWhenTheKeyIsResumedUnlessItWasMoved() {
        deadlines.set("order", NOON);
        deadlines.set("moved", NOON);
        deadlines.takeDue(NOON, 10).forEach(deadlines::putOff);
        deadlines.set("moved", NOON.plusSeconds(60));

        assertThat(deadlines.takeDue(NOON.plusSeconds(5), 10)).isEmpty();
        deadlines.resume("order", NOON.plusSeconds(5));
        deadlines.resume("moved", NOON.plusSeconds(5));
        deadlines.resume("another", NOON.plusSeconds(5));

        assertThat(deadlines.takeDue(NOON.plusSeconds(5), 10)).containsExactly("order");
    }
}
