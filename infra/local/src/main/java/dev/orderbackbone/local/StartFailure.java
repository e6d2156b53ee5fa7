package dev.orderbackbone.local;

import java.nio.file.Path;
import java.util.List;

/** A component did not come up. The message is for people: the reason, and the last lines of its log. */
public final class StartFailure extends RuntimeException {

    static final int TAIL_LINES = 20;

    private final String component;
    private final String reason;

    StartFailure(String component, String reason) {
        super(component + " " + reason);
        this.component = component;
        this.reason = reason;
    }

    StartFailure(String component, String reason, Path log, List<String> tail) {
        super(component + " " + reason + "\n" + describe(log, tail));
        this.component = component;
        this.reason = reason;
    }

    /** Which. */
    public String component() {
        return component;
    }

    /** What happened, on one line, to be read after the component's name. */
    public String reason() {
        return reason;
    }

    private static String describe(Path log, List<String> tail) {
        if (tail.isEmpty()) {
            return "  its log is empty: " + log;
        }
        return "  the end of its log, " + log + ":\n    | " + String.join("\n    | ", tail);
    }
}
