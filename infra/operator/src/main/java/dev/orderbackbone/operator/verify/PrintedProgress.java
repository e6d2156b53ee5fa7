package dev.orderbackbone.operator.verify;

import dev.orderbackbone.operator.text.Words;
import java.io.PrintWriter;

/** On a terminal one line that says how far the audit has come; elsewhere a line every few seconds, for whoever reads the log. */
final class PrintedProgress implements Progress {
    private static final String START_OF_LINE = "\r\033[K";
    private static final long TERMINAL_PAUSE_NANOS = 200_000_000L;
    private static final long LOG_PAUSE_NANOS = 10_000_000_000L;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final PrintWriter out;
    private final boolean isTerminal;
    private final long began = System.nanoTime();
    private long lastSaid = began - LOG_PAUSE_NANOS;
    private long expected;

    PrintedProgress(PrintWriter out, boolean isTerminal) {
        this.out = out;
        this.isTerminal = isTerminal;
    }

    /** There are so many offsets to read, of which most are records. */
    synchronized void expect(long offsets) {
        expected = offsets;
    }

    @Override
    public synchronized void at(String what, long records) {
        long now = System.nanoTime();
        if (now - lastSaid < (isTerminal ? TERMINAL_PAUSE_NANOS : LOG_PAUSE_NANOS)) {
            return;
        }
        lastSaid = now;
        String line = "  ... " + what + (records == 0 ? "" : ": " + progress(records, now - began));
        if (isTerminal) {
            out.print(START_OF_LINE + line);
        } else {
            out.println(line);
        }
        out.flush();
    }

    /** Clears the line. */
    synchronized void end() {
        if (isTerminal) {
            out.print(START_OF_LINE);
            out.flush();
        }
    }

    private String progress(long records, long nanos) {
        long perSecond = nanos == 0 ? 0 : records * NANOS_PER_SECOND / nanos;
        return Words.count(records) + " of at most " + Words.count(expected) + " records, " + Words.count(perSecond)
                + "/s";
    }
}
