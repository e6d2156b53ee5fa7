package dev.orderbackbone.operator.demo;

import dev.orderbackbone.operator.text.Words;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/**
 * How far a run is: on a terminal one line that is written over, elsewhere a line now and then.
 *
 * <p>The time that is left is that of the pace of the last ten seconds.
 */
final class ProgressBar {
    private static final String START_OF_LINE = "\r\033[K";
    private static final int CELLS = 24;
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);
    private static final int HISTORY = 50;

    private final PrintWriter out;
    private final boolean isTerminal;
    private final long startNanos;
    private final long[] pastNanos = new long[HISTORY];
    private final long[] pastDone = new long[HISTORY];
    private int updates;
    private long nextLineNanos;

    /**
     * What has been done.
     *
     * @param inputs in all.
     * @param sent of them.
     * @param done of them, which have their outcome.
     * @param ended orders among them.
     */
    record State(int inputs, int sent, long done, long ended) {}

    ProgressBar(PrintWriter out, boolean isTerminal, long nowNanos) {
        this.out = out;
        this.isTerminal = isTerminal;
        this.startNanos = nowNanos;
        this.nextLineNanos = nowNanos + BETWEEN_LINES.toNanos();
    }

    /** To be called several times a second. */
    void show(State state, long nowNanos) {
        double rate = rate(state, nowNanos);
        if (isTerminal) {
            out.print(START_OF_LINE + line(state, rate));
            out.flush();
        } else if (nowNanos >= nextLineNanos) {
            nextLineNanos = nowNanos + BETWEEN_LINES.toNanos();
            out.println(line(state, rate));
            out.flush();
        }
    }

    /** Says something else instead. */
    void say(String what) {
        out.print(isTerminal ? START_OF_LINE + "  " + what + " ..." : "  " + what + System.lineSeparator());
        out.flush();
    }

    /** Leaves the line empty. */
    void end() {
        if (isTerminal) {
            out.print(START_OF_LINE);
            out.flush();
        }
    }

    private String line(State state, double rate) {
        int filled = (int) (CELLS * state.done() / Math.max(1, state.inputs()));
        return String.format(
                Locale.ROOT,
                "  [%s%s] %s of %s sent, %s done, %s orders ended, %.0f/s%s",
                "#".repeat(filled),
                ".".repeat(CELLS - filled),
                Words.count(state.sent()),
                Words.count(state.inputs()),
                Words.count(state.done()),
                Words.count(state.ended()),
                rate,
                left(state, rate));
    }

    private static String left(State state, double rate) {
        long missing = state.inputs() - state.done();
        return rate < 1 || missing == 0
                ? ""
                : ", " + Words.of(Duration.ofSeconds(Math.round(missing / rate))) + " left";
    }

    private double rate(State state, long nowNanos) {
        int slot = updates % HISTORY;
        long sinceNanos = updates < HISTORY ? startNanos : pastNanos[slot];
        long sinceDone = updates < HISTORY ? 0 : pastDone[slot];
        pastNanos[slot] = nowNanos;
        pastDone[slot] = state.done();
        updates++;
        return (state.done() - sinceDone) * 1e9 / Math.max(1, nowNanos - sinceNanos);
    }
}
