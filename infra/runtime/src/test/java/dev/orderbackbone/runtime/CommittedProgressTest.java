package dev.orderbackbone.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CommittedProgressTest {
    private static final long FAR = Long.MAX_VALUE / 2;

    @Test
    void isReadAsItWasWritten() {
        assertThat(readBack(CommittedProgress.beforeAll(0))).isEqualTo(CommittedProgress.beforeAll(0));
        assertThat(readBack(CommittedProgress.beforeAll(FAR))).isEqualTo(CommittedProgress.beforeAll(FAR));
        Random random = new Random(1);
        for (int round = 0; round < 2_000; round++) {
            CommittedProgress progress = any(random);
            assertThat(readBack(progress)).isEqualTo(progress);
        }
    }

    @Test
    void asManyAsMayBeOpenFitEvenIfOneIsOpenForMillionsOfOffsets() {
        List<Long> open = new ArrayList<>(List.of(0L));
        LongStream.range(1, Progress.MOST_OPEN).forEach(index -> open.add(50_000_000 + index * 10_000));

        CommittedProgress progress = new CommittedProgress(open, FAR, FAR + Progress.CLAIM);

        assertThat(progress.metadata()).hasSizeLessThanOrEqualTo(CommittedProgress.MOST_CHARACTERS);
        assertThat(readBack(progress)).isEqualTo(progress);
    }

    @Test
    void whatDoesNotFitCountsAsNotDone() {
        List<Long> open = LongStream.range(0, Progress.MOST_OPEN)
                .map(index -> index * 5_000_000_000L)
                .boxed()
                .toList();
        CommittedProgress progress = new CommittedProgress(open, FAR, FAR);

        CommittedProgress read = readBack(progress);

        assertThat(progress.metadata()).hasSizeLessThanOrEqualTo(CommittedProgress.MOST_CHARACTERS);
        assertThat(read.open()).isEqualTo(open.subList(0, read.open().size())).hasSizeGreaterThan(500);
        assertThat(read.upTo()).isEqualTo(open.get(read.open().size()));
        assertThat(read.horizon()).isEqualTo(FAR);
    }

    @Test
    void isNeverLongerThanABrokerTakes() {
        List<Long> open = LongStream.range(0, 10_000).boxed().toList();

        CommittedProgress progress = new CommittedProgress(open, FAR, Long.MAX_VALUE);

        assertThat(progress.metadata()).hasSizeLessThanOrEqualTo(CommittedProgress.MOST_CHARACTERS);
    }

    @Test
    void whatIsOfAnotherVersionOrNotOursIsNotRead() {
        String good = new CommittedProgress(List.of(7L, 9L), 12, 20).metadata();

        assertThat(CommittedProgress.read(7, "")).isEmpty();
        assertThat(CommittedProgress.read(7, "2" + good.substring(1))).isEmpty();
        assertThat(CommittedProgress.read(7, "1")).isEmpty();
        assertThat(CommittedProgress.read(7, good + "=")).isEmpty();
        assertThat(CommittedProgress.read(7, "1 not base64")).isEmpty();
        assertThat(CommittedProgress.read(Long.MAX_VALUE - 3, good)).isEmpty();
    }

    @Test
    void garbageIsNotReadOrIsInOrder() {
        Random random = new Random(2);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder(any(random).metadata());
            for (int change = 0; change < 3; change++) {
                text.setCharAt(random.nextInt(text.length()), (char) ('0' + random.nextInt(75)));
            }
            long position = random.nextLong(1_000);
            Optional<CommittedProgress> read = CommittedProgress.read(position, text.toString());
            read.ifPresent(progress -> assertThat(progress.position()).isEqualTo(position));
        }
    }

    @Test
    void refusesWhatIsOutOfOrder() {
        assertRefused(List.of(3L, 3L), 5, 5);
        assertRefused(List.of(-1L), 5, 5);
        assertRefused(List.of(5L), 5, 5);
        assertRefused(List.of(), 5, 4);
        assertRefused(List.of(), -1, 4);
    }

    private static CommittedProgress any(Random random) {
        long offset = random.nextLong(1L << random.nextInt(1, 50));
        List<Long> open = new ArrayList<>();
        for (int left = random.nextInt(40); left > 0; left--) {
            open.add(offset);
            offset += 1 + random.nextLong(1L << random.nextInt(1, 24));
        }
        return new CommittedProgress(open, offset, offset + random.nextInt(2_000));
    }

    private static CommittedProgress readBack(CommittedProgress progress) {
        return CommittedProgress.read(progress.position(), progress.metadata()).orElseThrow();
    }

    private static void assertRefused(List<Long> open, long upTo, long horizon) {
        assertThatIllegalArgumentException().isThrownBy(() -> new CommittedProgress(open, upTo, horizon));
    }
}
