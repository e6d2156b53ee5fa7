package dev.orderbackbone.benchmarks.run;

import dev.orderbackbone.benchmarks.load.Loop;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Tells a person how far the benchmark is: on a terminal one line that is written over, elsewhere a line now and then. Not thread-safe. */
public final class Telling {
    private static final String START_OF_LINE = "\r\033[K";
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private final PrintWriter out;
    private final boolean isTerminal;
    private final long startNanos = System.nanoTime();

    /** To a writer that is, or is not, a terminal. */
    public Telling(PrintWriter out, boolean isTerminal) {
        this.out = out;
        this.isTerminal = isTerminal;
    }

    /** A line that stays. */
    public void say(String line) {
        out.print(isTerminal ? START_OF_LINE : "");
        out.println(time() + line);
        out.flush();
    }

    /** Tells how far a phase is. */
    public Loop.Watcher phase(String what) {
        long[] next = {System.nanoTime() + BETWEEN_LINES.toNanos()};
        long begin = System.nanoTime();
        return (done, all) -> {
            long now = System.nanoTime();
            if (isTerminal || now >= next[0]) {
                next[0] = now + BETWEEN_LINES.toNanos();
                String line = String.format(
                        Locale.ROOT,
                        "%s%s: %,d of %,d orders, %,.0f/s",
                        time(),
                        what,
                        done,
                        all,
                        done * 1e9 / (now - begin));
                out.print(isTerminal ? START_OF_LINE + line : line + System.lineSeparator());
                out.flush();
            }
        };
    }

    private String time() {
        Duration since = Duration.ofNanos(System.nanoTime() - startNanos);
        return String.format(Locale.ROOT, "[%d:%02d] ", since.toMinutes(), since.toSecondsPart());
    }
}
