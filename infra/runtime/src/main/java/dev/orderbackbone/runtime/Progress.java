package dev.orderbackbone.runtime;

import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * How far the requests of one assigned partition have come. Pure: it decides what may be begun, as which delivery, and what is to be written
 * down; others do it. Not thread-safe.
 *
 * <p>Offsets have gaps (markers of transactions, aborted records). Hence it goes by the offsets that come and by how far was read, and never
 * counts on.
 */
final class Progress {
    /** Requests of a partition that may be begun and not done. So many can be written down, unless they are millions of offsets apart. */
    static final int MOST_OPEN = 1_000;

    /** Offsets for which it is written down in advance that they may have been begun; renewed when half of them are left. */
    static final int CLAIM = 1_000;

    private final NavigableSet<Long> open;
    /** Open ones that were begun elsewhere and have not come again yet. */
    private final NavigableSet<Long> awaited;
    /** Offsets below may have been begun elsewhere. */
    private final long inherited;

    /** Offsets at and beyond must not be begun: it is not written down yet that they may be. */
    private long claimed;
    /** Each request below is open or done. */
    private long upTo;
    /** Offset after the last one that was begun here. */
    private long begunUpTo;

    private long changes;
    private long writtenChanges;
    private long writtenPosition;

    /**
     * Goes on where somebody left off.
     *
     * @param start from where on requests are read: that position, or beyond it where the log does not go back so far.
     */
    Progress(CommittedProgress last, long start) {
        open = new TreeSet<>(last.open());
        awaited = new TreeSet<>(last.open());
        inherited = last.horizon();
        claimed = last.horizon();
        upTo = last.upTo();
        begunUpTo = last.upTo();
        writtenPosition = last.position();
        readUpTo(start);
    }

    /**
     * What is to be written down.
     *
     * @param changes that are in it.
     */
    record Draft(CommittedProgress content, long changes) {}

    /** All before it is done. */
    long position() {
        return open.isEmpty() ? upTo : open.first();
    }

    /** Whether a request is done and must not be begun again. */
    boolean isDone(long offset) {
        return offset < upTo && !open.contains(offset);
    }

    /** Whether a request may be begun now. If not: after the next writing down, or when another one is done. */
    boolean mayBegin(long offset) {
        return offset < claimed && (open.contains(offset) || open.size() < MOST_OPEN);
    }

    /**
     * A request is begun. They come by ascending offsets, each once.
     *
     * @throws IllegalStateException if it is done or may not be begun.
     */
    Delivery begin(long offset) {
        if (isDone(offset) || !mayBegin(offset)) {
            throw new IllegalStateException(offset + " is done, or must not be begun yet");
        }
        awaited.remove(offset);
        open.add(offset);
        upTo = Math.max(upTo, offset + 1);
        begunUpTo = Math.max(begunUpTo, offset + 1);
        return offset < inherited ? Delivery.REPEATED : Delivery.FIRST;
    }

    /** A request that was begun is done. */
    void done(long offset) {
        if (open.remove(offset)) {
            changes++;
        }
    }

    /** Everything before has been begun or is none of our business; open ones that did not come again are no longer there. */
    void readUpTo(long offset) {
        Collection<Long> gone = awaited.headSet(offset);
        if (!gone.isEmpty()) {
            open.removeAll(gone);
            gone.clear();
            changes++;
        }
        upTo = Math.max(upTo, offset);
    }

    /** Whether nothing is to be written down. */
    boolean isWrittenDown() {
        return changes == writtenChanges && position() == writtenPosition && claim() == claimed;
    }

    /** What is to be written down now: what is done, and a claim for what comes next. */
    Draft draft() {
        return new Draft(new CommittedProgress(List.copyOf(open), upTo, claim()), changes);
    }

    /** A draft is where no crash can reach it. */
    void written(Draft draft) {
        claimed = Math.max(claimed, draft.content().horizon());
        writtenChanges = draft.changes();
        writtenPosition = draft.content().position();
    }

    /** What is to be written down at the end, when nothing more is begun here: it claims nothing that was not begun. */
    CommittedProgress last() {
        return new CommittedProgress(List.copyOf(open), upTo, Math.max(inherited, Math.max(begunUpTo, upTo)));
    }

    private long claim() {
        return claimed - upTo >= CLAIM / 2 ? claimed : upTo + CLAIM;
    }
}
