package dev.orderbackbone.operator.lag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PartitionCountTest {
    private static final Instant NOW = Instant.ofEpochMilli(100_000);

    @Test
    void recordsAreCountedAndMarkersAreNot() {
        // Markers of transactions stand at 12, 15 and 19.
        Lag lag = lag(new Marks(new Mark(10, 16), new Mark(13, 20)), 10, 11, 13, 14, 16, 17, 18);

        assertThat(lag).isEqualTo(new Lag(5, 4, 2, Duration.ofSeconds(87), true));
        assertThat(lag.trend()).isEqualTo(Trend.GROWS);
        assertThat(lag.dealtWithPerSecond(Duration.ofSeconds(4))).isEqualTo(0.5);
    }

    @Test
    void onlyMarkersBeforeTheEndAreNoLag() {
        Lag lag = lag(new Marks(new Mark(10, 12), new Mark(10, 12)));

        assertThat(lag).isEqualTo(Lag.NONE);
        assertThat(lag.trend()).isEqualTo(Trend.CAUGHT_UP);
    }

    @Test
    void aConsumerThatDealsWithMoreThanComesInShrinksItsLag() {
        Lag lag = lag(new Marks(new Mark(0, 4), new Mark(3, 5)), 0, 1, 2, 3, 4);

        assertThat(lag.dealtWith()).isEqualTo(3);
        assertThat(lag.records()).isEqualTo(2);
        assertThat(lag.trend()).isEqualTo(Trend.SHRINKS);
    }

    @Test
    void aConsumerThatIsSentBackHasMoreToDo() {
        Lag lag = lag(new Marks(new Mark(2, 3), new Mark(0, 3)), 0, 1, 2);

        assertThat(lag).isEqualTo(new Lag(3, 1, 0, Duration.ofSeconds(100), true));
    }

    @Test
    void whereThereIsTooMuchToReadOffsetsStandForRecords() {
        long end = 3 * Marks.MOST_READ;
        Marks marks = new Marks(new Mark(0, end - 5), new Mark(1_000, end));

        assertThat(marks.from()).isEqualTo(1_000);
        assertThat(marks.to()).isEqualTo(1_000 + Marks.MOST_READ);
        assertThat(lag(marks, 1_001, 1_002))
                .isEqualTo(new Lag(end - marks.to() + 2, end - 5, 1_000, Duration.ofMillis(98_999), false));
    }

    @Test
    void aSumIsAsOldAsItsOldestAndCountedOnlyIfAllOfItIs() {
        Lag young = new Lag(2, 1, 5, Duration.ofSeconds(1), true);
        Lag old = new Lag(1, 2, 0, Duration.ofSeconds(9), false);

        assertThat(young.plus(old)).isEqualTo(new Lag(3, 3, 5, Duration.ofSeconds(9), false));
        assertThat(young.plus(old).trend()).isEqualTo(Trend.STANDS_STILL);
    }

    /** Each record is of the second that its offset names; of the millisecond where there are many. */
    private static Lag lag(Marks marks, long... offsets) {
        PartitionCount count = new PartitionCount(marks);
        for (long offset : offsets) {
            count.see(offset, marks.isCounted() ? offset * 1_000 : offset);
        }
        return count.lag(NOW);
    }
}
