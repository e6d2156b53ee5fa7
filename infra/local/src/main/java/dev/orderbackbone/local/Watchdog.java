package dev.orderbackbone.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Ends a process when this JVM is gone, however it ended. It is a shell that waits for the end of its standard input,
 * a pipe that only this JVM holds: the kernel closes it in every case, also after {@code kill -9}.
 */
final class Watchdog {

    private static final String SCRIPT = """
            trap '' HUP INT TERM
            read -r _
            kill -s "$2" "$1" 2>/dev/null || exit 0
            n=0
            while kill -0 "$1" 2>/dev/null && [ "$n" -lt 50 ]; do sleep 0.1; n=$((n + 1)); done
            kill -s KILL "$1" 2>/dev/null
            """;

    private Watchdog() {}

    static void guard(ProcessHandle process, StopSignal signal) throws IOException {
        List<String> command = new ArrayList<>(Session.own());
        command.addAll(List.of("sh", "-c", SCRIPT, "watchdog", Long.toString(process.pid()), signal.name()));
        Process watchdog = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        // a pid without its process may soon be somebody else's
        CompletableFuture<Void> _ = process.onExit().thenRun(watchdog::destroyForcibly);
    }
}
