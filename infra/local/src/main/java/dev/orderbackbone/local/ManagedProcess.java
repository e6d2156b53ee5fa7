package dev.orderbackbone.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A child process: started by this JVM, or found by its pid file. */
final class ManagedProcess {

    /** Short enough not to be noticed; a connection refused costs 50 µs. */
    private static final long POLL_MS = 15;

    private static final Duration AFTER_KILL = Duration.ofSeconds(10);

    private final ProcessSpec spec;
    private final ProcessHandle handle;
    private final @Nullable Process child;
    private final long logFrom;
    private final long startedNanos = System.nanoTime();

    private ManagedProcess(ProcessSpec spec, ProcessHandle handle, @Nullable Process child, long logFrom) {
        this.spec = spec;
        this.handle = handle;
        this.child = child;
        this.logFrom = logFrom;
    }

    /** @throws StartFailure if there is no such program. */
    static ManagedProcess start(ProcessSpec spec, Lifetime lifetime) {
        try {
            long logFrom = spec.log().begin();
            Process child = launch(spec);
            switch (lifetime) {
                case OUTLIVES_LAUNCHER -> {}
                case ENDS_WITH_LAUNCHER -> Watchdog.guard(child.toHandle(), spec.stopSignal());
            }
            spec.pidFile().write(child.toHandle());
            return new ManagedProcess(spec, child.toHandle(), child, logFrom);
        } catch (IOException e) {
            throw new StartFailure(spec.name(), "cannot be started: " + e.getMessage());
        }
    }

    /** The process that an earlier start has left running. */
    static Optional<ManagedProcess> find(ProcessSpec spec) {
        return spec.pidFile().find().map(handle -> new ManagedProcess(spec, handle, null, 0));
    }

    private static Process launch(ProcessSpec spec) throws IOException {
        Files.createDirectories(spec.workingFolder());
        List<String> command = new ArrayList<>(Session.own());
        command.addAll(spec.command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(spec.workingFolder().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(spec.log().path().toFile()));
        builder.environment().putAll(spec.environment());
        return builder.start();
    }

    /** See {@link Lifetime#ENDS_WITH_LAUNCHER}. */
    void guard() {
        try {
            Watchdog.guard(handle, spec.stopSignal());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ProcessHandle handle() {
        return handle;
    }

    boolean isAlive() {
        return handle.isAlive();
    }

    /** @throws StartFailure when it ends first, or is not ready in time. */
    void awaitReady(Probe probe, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            String obstacle = obstacle(probe);
            if (obstacle == null) {
                return;
            }
            if (awaitEnd(Duration.ofMillis(POLL_MS))) {
                throw failure("ended by itself " + exitCode() + "after " + seconds());
            }
            if (System.nanoTime() - deadline > 0) {
                throw failure("was not ready after " + limit.toSeconds() + " s: " + obstacle);
            }
        }
    }

    /**
     * Asks it to end, and makes it end if it has not done so in time.
     *
     * @return whether it ended as asked.
     */
    boolean stop(Duration patience) {
        List<ProcessHandle> family = family();
        spec.stopSignal().sendTo(handle);
        boolean ended = awaitEnd(patience);
        end(family);
        return ended;
    }

    /** As {@code kill -9}, with all processes that it started: they would hold on to what a restart needs. */
    void kill() {
        end(family());
    }

    private void end(List<ProcessHandle> family) {
        family.forEach(ProcessHandle::destroyForcibly);
        awaitEnd(AFTER_KILL);
        spec.pidFile().delete();
    }

    private List<ProcessHandle> family() {
        List<ProcessHandle> family = new ArrayList<>(List.of(handle));
        handle.descendants().forEach(family::add);
        return family;
    }

    /** @return whether it has ended. */
    private boolean awaitEnd(Duration limit) {
        try {
            if (child != null) {
                return child.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            }
            handle.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure(spec.name(), "was waited for until an interruption");
        }
    }

    private static @Nullable String obstacle(Probe probe) {
        try {
            probe.check();
            return null;
        } catch (IOException e) {
            String message = e.getMessage();
            return message == null ? e.toString() : message;
        }
    }

    private StartFailure failure(String reason) {
        return new StartFailure(
                spec.name(), reason, spec.log().path(), spec.log().tail(StartFailure.TAIL_LINES, logFrom));
    }

    private String exitCode() {
        return child == null ? "" : "with exit code " + child.exitValue() + " ";
    }

    private String seconds() {
        return "%.1f s".formatted((System.nanoTime() - startedNanos) / 1e9);
    }
}
