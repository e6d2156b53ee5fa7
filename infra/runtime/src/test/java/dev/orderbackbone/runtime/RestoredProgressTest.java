package dev.orderbackbone.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RestoredProgressTest {
    @Test
    void whatWasDoneStaysDoneAndAllElseCountsAsBegunBefore() {
        CommittedProgress kept = new CommittedProgress(List.of(5L, 8L), 10, 12);

        assertThat(CommittedProgress.read(5, RestoredProgress.metadata(5, kept.metadata(), 40)))
                .contains(new CommittedProgress(List.of(5L, 8L), 10, 40));
    }

    @Test
    void aHorizonBeyondTheEndStays() {
        CommittedProgress kept = new CommittedProgress(List.of(), 5, 1_000);

        assertThat(CommittedProgress.read(5, RestoredProgress.metadata(5, kept.metadata(), 40)))
                .contains(kept);
    }

    @Test
    void whereNothingWasKeptNothingIsDone() {
        assertThat(CommittedProgress.read(3, RestoredProgress.metadata(3, "", 40)))
                .contains(new CommittedProgress(List.of(), 3, 40));
    }
}
