package dev.orderbackbone.operator.text;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.Supplier;

/** How far something is: on a terminal one line that is written over, elsewhere a line now and then, for whoever reads the log. */
public final class StatusLine {
    private static final String START_OF_LINE = "\r\033[K";
    private static final Duration ON_TERMINAL = Duration.ofMillis(200);
    private static final Duration IN_LOG = Duration.ofSeconds(10);

    private final PrintWriter out;
    private final boolean isTerminal;
    private long nextNanos;

    /**
     * A line of its own.
     *
     * @param nowNanos a log is told nothing in the first ten seconds: what is quick needs no progress.
     */
    public StatusLine(PrintWriter out, boolean isTerminal, long nowNanos) {
        this.out = out;
        this.isTerminal = isTerminal;
        this.nextNanos = isTerminal ? nowNanos : nowNanos + IN_LOG.toNanos();
    }

    /** Shows a line, unless the last one is too young. */
    public synchronized void show(Supplier<String> line, long nowNanos) {
        if (nowNanos - nextNanos < 0) {
            return;
        }
        nextNanos = nowNanos + (isTerminal ? ON_TERMINAL : IN_LOG).toNanos();
        say(line.get());
    }

    /** Shows a line in any case. */
    public synchronized void say(String line) {
        if (isTerminal) {
            out.print(START_OF_LINE + line);
        } else {
            out.println(line);
        }
        out.flush();
    }

    /** Leaves the line empty. */
    public synchronized void end() {
        if (isTerminal) {
            out.print(START_OF_LINE);
            out.flush();
        }
    }
}
