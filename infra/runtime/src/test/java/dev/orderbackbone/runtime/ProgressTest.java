package dev.orderbackbone.runtime;

import static dev.orderbackbone.runtime.Delivery.FIRST;
import static dev.orderbackbone.runtime.Delivery.REPEATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ProgressTest {

    @Test
    void nothingIsBegunBeforeItIsWrittenDownThatItMayBe() {
        Progress progress = of(CommittedProgress.beforeAll(10));

        assertThat(progress.isWrittenDown()).isFalse();
        assertThat(progress.mayBegin(10)).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> progress.begin(10));

        writeDown(progress);
        assertThat(progress.isWrittenDown()).isTrue();
        assertThat(progress.begin(10)).isEqualTo(FIRST);
        assertThat(progress.mayBegin(10 + Progress.CLAIM - 1)).isTrue();
        assertThat(progress.mayBegin(10 + Progress.CLAIM)).isFalse();
    }

    @Test
    void theClaimIsRenewedWhenHalfOfItIsLeft() {
        Progress progress = begunAt(0);

        progress.readUpTo(Progress.CLAIM / 2);
        writeDown(progress);
        assertThat(progress.mayBegin(Progress.CLAIM)).isFalse();

        progress.readUpTo(Progress.CLAIM / 2 + 1);
        writeDown(progress);
        assertThat(progress.mayBegin(Progress.CLAIM)).isTrue();
    }

    @Test
    void aClaimReachesWhatComesAfterAWideGap() {
        Progress progress = begunAt(0);

        progress.readUpTo(5_000_000);
        assertThat(progress.mayBegin(5_000_000)).isFalse();
        writeDown(progress);

        assertThat(progress.begin(5_000_000)).isEqualTo(FIRST);
    }

    @Test
    void thePositionIsThatOfTheFirstRequestThatIsNotDone() {
        Progress progress = begunAt(0);
        for (long offset : new long[] {0, 2, 7}) {
            progress.begin(offset);
        }

        progress.done(2);
        assertThat(progress.position()).isZero();
        progress.done(0);
        assertThat(progress.position()).isEqualTo(7);
        progress.done(7);
        assertThat(progress.position()).isEqualTo(8);
        progress.readUpTo(9);
        assertThat(progress.position()).isEqualTo(9);
    }

    @Test
    void whatIsDoneBeyondThePositionIsRemembered() {
        Progress before = begunAt(0);
        LongStream.range(0, 5).forEach(before::begin);
        LongStream.of(1, 2, 4).forEach(before::done);

        Progress after = of(writeDown(before));

        assertThat(after.position()).isZero();
        assertThat(LongStream.range(0, 6).filter(after::isDone)).containsExactly(1L, 2L, 4L);
        assertThat(after.begin(0)).isEqualTo(REPEATED);
        assertThat(after.begin(3)).isEqualTo(REPEATED);
        after.done(0);
        after.done(3);
        assertThat(after.position()).isEqualTo(5);
    }

    @Test
    void afterACrashWhatMayHaveBeenBegunIsARepetition() {
        Progress crashed = begunAt(0);
        crashed.begin(0);

        Progress after = of(crashed.draft().content());
        writeDown(after);

        assertThat(after.begin(0)).isEqualTo(REPEATED);
        assertThat(after.begin(Progress.CLAIM - 1)).isEqualTo(REPEATED);
        writeDown(after);
        assertThat(after.begin(Progress.CLAIM)).isEqualTo(FIRST);
    }

    @Test
    void afterAnOrderlyEndOnlyWhatWasBegunIsARepetition() {
        Progress ended = begunAt(0);
        ended.begin(0);
        ended.begin(1);
        ended.done(1);

        Progress after = of(ended.last());
        writeDown(after);

        assertThat(after.begin(0)).isEqualTo(REPEATED);
        assertThat(after.isDone(1)).isTrue();
        assertThat(after.begin(2)).isEqualTo(FIRST);
    }

    @Test
    void anOrderlyEndDoesNotForgetWhatACrashLeft() {
        Progress ended = of(new CommittedProgress(List.of(), 3, 900));
        ended.begin(3);
        ended.done(3);

        assertThat(ended.last()).isEqualTo(new CommittedProgress(List.of(), 4, 900));
    }

    @Test
    void openRequestsThatWereDeletedAreNotWaitedFor() {
        Progress progress = new Progress(new CommittedProgress(List.of(1L, 5L, 8L), 9, 20), 5);
        assertThat(progress.position()).isEqualTo(5);
        assertThat(progress.isWrittenDown()).isFalse();

        progress.begin(5);
        progress.readUpTo(20);

        assertThat(progress.isDone(8)).isTrue();
        assertThat(progress.position()).isEqualTo(5);
    }

    @Test
    void aSlowRequestHoldsUpNoneOfThoseAfterIt() {
        Progress progress = begunAt(0);
        progress.begin(0);

        for (long offset = 1; offset < 100_000; offset++) {
            if (!progress.mayBegin(offset)) {
                writeDown(progress);
            }
            progress.begin(offset);
            progress.done(offset);
        }

        Progress after = of(writeDown(progress));
        assertThat(after.position()).isZero();
        assertThat(after.begin(0)).isEqualTo(REPEATED);
        assertThat(LongStream.range(1, 100_000).allMatch(after::isDone)).isTrue();
    }

    @Test
    void noMoreAreOpenThanCanBeWrittenDown() {
        Progress progress = begunAt(0);
        LongStream.range(0, Progress.MOST_OPEN / 2).forEach(progress::begin);
        writeDown(progress);
        LongStream.range(Progress.MOST_OPEN / 2, Progress.MOST_OPEN).forEach(progress::begin);
        writeDown(progress);

        assertThat(progress.mayBegin(Progress.MOST_OPEN)).isFalse();
        progress.done(17);
        assertThat(progress.mayBegin(Progress.MOST_OPEN)).isTrue();
    }

    @Test
    void whatIsDoneWhileItIsWrittenDownIsWrittenDownNext() {
        Progress progress = begunAt(0);
        progress.begin(0);
        progress.begin(1);
        Progress.Draft draft = progress.draft();
        progress.done(1);

        progress.written(draft);

        assertThat(progress.isWrittenDown()).isFalse();
        writeDown(progress);
        assertThat(progress.isWrittenDown()).isTrue();
    }

    @Test
    void whatIsDoneIsNotBegunAgain() {
        Progress progress = begunAt(0);
        progress.begin(0);
        progress.done(0);

        assertThatIllegalStateException().isThrownBy(() -> progress.begin(0));
    }

    private static Progress of(CommittedProgress last) {
        return new Progress(last, last.position());
    }

    private static Progress begunAt(long position) {
        Progress progress = of(CommittedProgress.beforeAll(position));
        writeDown(progress);
        return progress;
    }

    private static CommittedProgress writeDown(Progress progress) {
        Progress.Draft draft = progress.draft();
        progress.written(draft);
        return draft.content();
    }
}
