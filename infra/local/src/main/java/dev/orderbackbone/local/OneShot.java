package dev.orderbackbone.local;

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command that does one thing and ends. */
record OneShot(String name, List<String> command, LogFile log) {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    void run() {
        run(new File("/dev/null"));
    }

    /** @throws StartFailure if it does not end well. */
    void run(File input) {
        try {
            long from = log.begin();
            Process process = new ProcessBuilder(command)
                    .redirectInput(input)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.path().toFile()))
                    .start();
            if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw failure("did not end within " + LIMIT.toSeconds() + " s", from);
            }
            if (process.exitValue() != 0) {
                throw failure("ended with exit code " + process.exitValue(), from);
            }
        } catch (IOException e) {
            throw new StartFailure(name, "cannot be started: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure(name, "was interrupted");
        }
    }

    private StartFailure failure(String reason, long from) {
        return new StartFailure(name, reason, log.path(), log.tail(StartFailure.TAIL_LINES, from));
    }
}
