package dev.orderbackbone.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderbackbone.local.ComponentStatus.Health;
import dev.orderbackbone.local.Installation.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order of starts and stops, with shells in place of components. */
class InstallationTest {

    private static final String RUNS = "touch ready; exec sleep 60";

    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();
    private final Progress progress = (component, state, millis) -> told.add(component + " " + state);

    @AfterEach
    void stopWhatStillRuns() {
        chain().down(Progress.silent());
    }

    @Test
    void startsEachAfterWhatItNeedsAndStopsInTheOppositeOrder() {
        chain().up(progress, step -> told.add("at work"));
        assertThat(told)
                .containsExactly(
                        "broker STARTING",
                        "broker READY",
                        "topics STARTING",
                        "at work",
                        "topics READY",
                        "service STARTING",
                        "service READY");

        told.clear();
        chain().down(progress);
        assertThat(told).containsExactly("service STOPPING", "service STOPPED", "broker STOPPING", "broker STOPPED");
    }

    @Test
    void stopsOneAndLeavesWhatNeedsIt() {
        chain().up(Progress.silent(), step -> {});
        long service = pid("service");

        chain().down(progress, List.of("broker"));

        assertThat(told).containsExactly("broker STOPPING", "broker STOPPED");
        assertThat(pid("service")).isEqualTo(service);
    }

    @Test
    void leavesARunningComponentAloneAndStartsOneThatWasKilled() {
        chain().up(Progress.silent(), step -> {});
        long broker = pid("broker");
        long service = pid("service");
        chain().find("service").orElseThrow().kill();

        chain().up(progress, step -> {});

        assertThat(told).contains("broker RAN_ALREADY", "service READY");
        assertThat(pid("broker")).isEqualTo(broker);
        assertThat(pid("service")).isNotEqualTo(service);
    }

    @Test
    void skipsWhatNeedsAFailedComponentAndTellsTheFirstReason() {
        Installation installation = installation(
                new Part(new Shell("broker", "echo no disk; exit 1")),
                new Part(new Shell("independent", RUNS)),
                new Part(new Shell("service", RUNS), "topics"));

        assertThatThrownBy(() -> installation.up(progress, step -> {}))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("broker ended by itself with exit code 1")
                .hasMessageContaining("| no disk");

        assertThat(told).contains("broker FAILED", "topics SKIPPED", "service SKIPPED", "independent READY");
        installation.down(Progress.silent());
    }

    @Test
    void failsWhenAStepFails() {
        assertThatThrownBy(() -> chain().up(progress, step -> {
                    throw new IllegalStateException("no such topic");
                }))
                .hasMessage("no such topic");

        assertThat(told).contains("topics FAILED", "service SKIPPED").doesNotContain("service STARTING");
    }

    @Test
    void tellsHowEachComponentIs() {
        chain().up(Progress.silent(), step -> {});
        chain().find("service").orElseThrow().kill();

        List<ComponentStatus> status = chain().status();

        ComponentStatus broker = status.getFirst();
        assertThat(broker.health()).isEqualTo(Health.UP);
        assertThat(broker.pid()).hasValue(pid("broker"));
        assertThat(broker.residentBytes()).isPositive();
        assertThat(broker.uptime()).isLessThan(Duration.ofMinutes(10));
        assertThat(status.getLast().health()).isEqualTo(Health.DOWN);
        assertThat(status.getLast().pid()).isEmpty();
    }

    @Test
    void tellsWhyARunningComponentCannotBeUsed() throws IOException {
        chain().up(Progress.silent(), step -> {});
        Files.delete(folder.resolve("service").resolve("ready"));

        ComponentStatus service = chain().status().getLast();

        assertThat(service.health()).isEqualTo(Health.UNHEALTHY);
        assertThat(service.detail()).contains("there is no file ready");
    }

    @Test
    void holdsAComponentStillAndLetsItGoOn() {
        Part counting = new Part(new Shell("counting", "touch ready; while :; do echo tick; sleep 0.01; done"));
        Installation installation = installation(counting);
        installation.up(Progress.silent(), step -> {});
        RunningComponent running = installation.find("counting").orElseThrow();

        running.pause();
        await(() -> stateOf(running).equals("T"));

        running.resume();
        await(() -> !stateOf(running).equals("T"));
        installation.down(Progress.silent());
    }

    @Test
    void tellsWhichComponentEndedWithoutBeingAskedTo() throws Exception {
        chain().up(Progress.silent(), step -> {});
        ProcessHandle service = ProcessHandle.of(pid("service")).orElseThrow();
        service.destroyForcibly();
        service.onExit().get();

        assertThat(chain().status().getLast().detail()).isEqualTo("ended without being asked to");
    }

    @Test
    void refusesToWorkBesideAnotherCommand() {
        try (StackLock _ = StackLock.take(DataFolder.of(folder))) {
            assertThatThrownBy(() -> chain().up(Progress.silent(), step -> {}))
                    .hasMessageContaining("another command is starting or stopping components in " + folder);
        }
    }

    @Test
    void saysSoWhereItsFolderCannotBeWritten() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> StackLock.take(DataFolder.of(file.resolve("data"))))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("the data folder " + file.resolve("data") + " cannot be written");
    }

    private Installation chain() {
        return installation(new Part(new Shell("broker", RUNS)), new Part(new Shell("service", RUNS), "topics"));
    }

    private Installation installation(Part... parts) {
        Launcher launcher = new Launcher(
                DataFolder.of(folder), Lifetime.ENDS_WITH_LAUNCHER, new StartCache(folder, StartCache.Mode.OFF));
        return new Installation(List.of(parts), List.of(new Step("topics", List.of("broker"))), launcher);
    }

    /** A signal takes effect a moment after it was sent. */
    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static String stateOf(RunningComponent running) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(running.pid()), "stat"));
            return stat.substring(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long pid(String component) {
        return chain().find(component).orElseThrow().pid();
    }
}
