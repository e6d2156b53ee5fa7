package dev.orderbackbone.operator.verify;

import dev.orderbackbone.operator.text.StatusLine;
import dev.orderbackbone.operator.text.Words;

/** Says how far the audit has come. */
final class PrintedProgress implements Progress {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final StatusLine line;
    private final long began = System.nanoTime();
    private volatile long expected;

    PrintedProgress(StatusLine line) {
        this.line = line;
    }

    /** There are so many offsets to read, of which most are records. */
    void expect(long offsets) {
        expected = offsets;
    }

    @Override
    public void at(String what, long records) {
        long now = System.nanoTime();
        line.show(() -> "  ... " + what + (records == 0 ? "" : ": " + progress(records, now - began)), now);
    }

    /** Clears the line. */
    void end() {
        line.end();
    }

    private String progress(long records, long nanos) {
        long perSecond = nanos == 0 ? 0 : records * NANOS_PER_SECOND / nanos;
        return Words.count(records) + " of at most " + Words.count(expected) + " records, " + Words.count(perSecond)
                + "/s";
    }
}
