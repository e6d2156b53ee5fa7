package dev.orderbackbone.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The laws of {@link Progress}, in random histories of one partition with crashes, orderly ends, failed commits and gaps. */
class ProgressHistoriesTest {
    private static final int HISTORIES = 300;

    @Test
    void hold() {
        for (int seed = 0; seed < HISTORIES; seed++) {
            History history = new History(seed);
            history.runToTheEnd();
        }
    }

    private static final class History {
        private final String name;
        private final Random random;
        private final TreeSet<Long> requests = new TreeSet<>();
        private final long end;
        private final boolean isCalm;

        // What an observer knows who sees everything.
        private final Set<Long> everBegun = new HashSet<>();
        private final Set<Long> done = new HashSet<>();
        private Set<Long> doneAndKept = new HashSet<>();
        private long keptPosition;
        private String keptMetadata;
        private boolean wasCrash;

        // What lives in the process.
        private Progress progress;
        private Set<Long> doneAndKnown = new HashSet<>();
        private long read;
        private final TreeSet<Long> backlog = new TreeSet<>();
        private final List<Long> underWay = new ArrayList<>();

        History(int seed) {
            name = "history " + seed;
            random = new Random(seed);
            isCalm = seed % 2 == 0;
            long offset = random.nextInt(100);
            long beginning = offset;
            for (int left = random.nextInt(3_000); left > 0; left--) {
                requests.add(offset);
                int gap = random.nextInt(50) == 0 ? random.nextInt(3 * Progress.CLAIM) : random.nextInt(3);
                offset += 1 + gap;
            }
            end = offset;
            CommittedProgress first = CommittedProgress.beforeAll(beginning);
            keptPosition = first.position();
            keptMetadata = first.metadata();
            progress = new Progress(first, beginning);
            start();
        }

        void runToTheEnd() {
            int interruptions = 12;
            while (progress.position() < end || !progress.isWrittenDown()) {
                switch (random.nextInt(60)) {
                    case 0 -> {
                        if (interruptions-- > 0) {
                            interrupt();
                        }
                    }
                    case 1, 2, 3, 4, 5, 6 -> read();
                    case 7, 8, 9, 10 -> writeDown();
                    case 11 -> commitThatSucceedsUnheard();
                    default -> {
                        if (random.nextBoolean()) {
                            begin();
                        } else {
                            end();
                        }
                    }
                }
            }
            assertThat(done).as(name).isEqualTo(requests);
            assertThat(keptPosition).as(name).isEqualTo(end);
        }

        private void read() {
            long to = Math.min(end, read + random.nextInt(200));
            for (long offset : requests.subSet(read, to)) {
                if (progress.isDone(offset)) {
                    assertThat(done).as(name + ": what is skipped is done").contains(offset);
                } else {
                    backlog.add(offset);
                }
            }
            read = to;
            noteRead();
        }

        private void begin() {
            if (backlog.isEmpty() || !progress.mayBegin(backlog.first())) {
                return;
            }
            long offset = backlog.removeFirst();
            CommittedProgress kept = kept();
            assertThat(offset).as(name + ": it is kept that it may be begun").isLessThan(kept.horizon());
            assertThat(doneAndKept)
                    .as(name + ": what is kept as done is not begun again")
                    .doesNotContain(offset);
            boolean isRepeated = progress.begin(offset).isRepeated();
            if (everBegun.contains(offset)) {
                assertThat(isRepeated).as(name + ": " + offset + " was begun").isTrue();
            } else if (!wasCrash) {
                assertThat(isRepeated)
                        .as(name + ": " + offset + " was not begun")
                        .isFalse();
            }
            everBegun.add(offset);
            underWay.add(offset);
            noteRead();
        }

        private void end() {
            if (!underWay.isEmpty()) {
                long offset = underWay.remove(random.nextInt(underWay.size()));
                done.add(offset);
                doneAndKnown.add(offset);
                progress.done(offset);
            }
        }

        private void writeDown() {
            if (!progress.isWrittenDown()) {
                Progress.Draft draft = progress.draft();
                if (random.nextInt(4) > 0) {
                    keep(draft.content());
                    progress.written(draft);
                }
            }
        }

        private void commitThatSucceedsUnheard() {
            keep(progress.draft().content());
        }

        private void interrupt() {
            if (isCalm) {
                keep(progress.last());
            } else {
                wasCrash = true;
            }
            CommittedProgress kept = kept();
            progress = new Progress(kept, kept.position());
            start();
        }

        private void start() {
            backlog.clear();
            underWay.clear();
            doneAndKnown = new HashSet<>(doneAndKept);
            read = keptPosition;
        }

        private void keep(CommittedProgress content) {
            keptPosition = content.position();
            keptMetadata = content.metadata();
            doneAndKept = new HashSet<>(doneAndKnown);
        }

        private CommittedProgress kept() {
            return CommittedProgress.read(keptPosition, keptMetadata).orElseThrow();
        }

        private void noteRead() {
            progress.readUpTo(backlog.isEmpty() ? read : backlog.first());
        }
    }
}
