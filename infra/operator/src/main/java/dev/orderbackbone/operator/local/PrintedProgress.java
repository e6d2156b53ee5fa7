package dev.orderbackbone.operator.local;

import dev.orderbackbone.local.Progress;
import dev.orderbackbone.operator.text.Words;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/** One line for each component when it has come to its end, and on a terminal a last line that says what is under way. */
public final class PrintedProgress implements Progress {
    private static final String START_OF_LINE = "\r\033[K";

    private final PrintWriter out;
    private final boolean isTerminal;
    private final Set<String> underWay = new LinkedHashSet<>();

    /** To a writer that is, or is not, a terminal. */
    public PrintedProgress(PrintWriter out, boolean isTerminal) {
        this.out = out;
        this.isTerminal = isTerminal;
    }

    @Override
    public void on(String component, State state, long millis) {
        switch (state) {
            case STARTING, STOPPING -> underWay.add(component);
            case READY -> end(component, "ready after " + seconds(millis));
            case RAN_ALREADY -> end(component, "ran already");
            case STOPPED -> end(component, "stopped after " + seconds(millis));
            case FAILED -> end(component, "FAILED after " + seconds(millis));
            case SKIPPED -> end(component, "not started: what it needs has failed");
        }
        sayWhatIsUnderWay();
    }

    private void end(String component, String how) {
        underWay.remove(component);
        out.print(isTerminal ? START_OF_LINE : "");
        out.printf("  %-22s %s%n", component, how);
        out.flush();
    }

    private void sayWhatIsUnderWay() {
        if (isTerminal) {
            out.print(START_OF_LINE + (underWay.isEmpty() ? "" : "  ... " + String.join(", ", underWay)));
            out.flush();
        }
    }

    private static String seconds(long millis) {
        return Words.of(Duration.ofMillis(millis));
    }
}
