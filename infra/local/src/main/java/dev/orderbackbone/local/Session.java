package dev.orderbackbone.local;

import java.util.List;

/** Ctrl-C and the end of a terminal reach the processes of its session only; ours get one of their own. */
final class Session {

    /** setsid replaces itself by the command, so the pid stays the one that was started. */
    private static final List<String> OWN =
            Executables.find("setsid").map(path -> List.of(path.toString())).orElse(List.of());

    private Session() {}

    /** What to write before a command; nothing where the system has no such tool. */
    static List<String> own() {
        return OWN;
    }
}
