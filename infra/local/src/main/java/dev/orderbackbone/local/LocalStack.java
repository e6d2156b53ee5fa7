package dev.orderbackbone.local;

import dev.orderbackbone.local.ComponentStatus.Health;
import dev.orderbackbone.local.Progress.State;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** A whole installation on this machine. */
public final class LocalStack {

    private final DataFolder folder;
    private final Components components;
    private final List<Part> parts;
    private final Launcher launcher;

    /**
     * Starts nothing yet.
     *
     * @param lifetime of the processes that {@link #up} starts.
     */
    public LocalStack(LocalSettings settings, Distribution distribution, DataFolder folder, Lifetime lifetime) {
        this.folder = folder;
        this.components = new Components(settings, distribution, folder);
        this.parts = components.all();
        this.launcher = new Launcher(folder, lifetime, cache(settings, folder), limit(settings));
    }

    /**
     * Starts what does not run, in the order of its needs.
     *
     * @param contracts is run when broker and registry can be used, before any service is started: it makes topics and
     *     registers schemas. It must do no harm the second time.
     * @throws StartFailure when a component does not come up. What could be started nevertheless is left running.
     */
    public void up(Progress progress, Runnable contracts) {
        try (StackLock _ = StackLock.take(folder)) {
            Steps steps = new Steps(progress);
            for (Part part : parts) {
                if (part.needs().contains(Components.CONTRACTS) && !steps.has(Components.CONTRACTS)) {
                    steps.add(Components.CONTRACTS, components.neededByContracts(), State.STARTING, () -> {
                        contracts.run();
                        return State.READY;
                    });
                }
                steps.add(part.name(), part.needs(), State.STARTING, () -> start(part.component()));
            }
            steps.await();
        }
    }

    /** Stops what runs, services first. */
    public void down(Progress progress) {
        try (StackLock _ = StackLock.take(folder)) {
            Steps steps = new Steps(progress);
            for (Part part : parts.reversed()) {
                List<String> before = whatNeeds(part).filter(steps::has).toList();
                find(part).ifPresent(running -> steps.add(part.name(), before, State.STOPPING, () -> stop(running)));
            }
            steps.await();
        }
    }

    /** How each component is, in the order of {@link #up}. */
    public List<ComponentStatus> status() {
        return parts.stream().map(this::status).toList();
    }

    /** For those who want to kill, pause or restart one: empty when it does not run. */
    public Optional<RunningComponent> find(String component) {
        return parts.stream()
                .filter(part -> part.name().equals(component))
                .findFirst()
                .flatMap(this::find);
    }

    /** All names, in the order of {@link #up}. */
    public List<String> names() {
        return parts.stream().map(Part::name).toList();
    }

    /** Where a component's output is appended. */
    public Path log(String component) {
        return folder.log(component);
    }

    public KafkaBroker kafka() {
        return components.kafka();
    }

    public PostgresServer postgres() {
        return components.postgres();
    }

    public SchemaRegistry registry() {
        return components.registry();
    }

    private State start(Component component) {
        boolean ran = launcher.find(component).isPresent();
        launcher.start(component);
        return ran ? State.RAN_ALREADY : State.READY;
    }

    private static State stop(RunningComponent running) {
        running.stop();
        return State.STOPPED;
    }

    private Optional<RunningComponent> find(Part part) {
        return launcher.find(part.component());
    }

    private Stream<String> whatNeeds(Part part) {
        boolean contractsNeedIt = components.neededByContracts().contains(part.name());
        return parts.stream()
                .filter(other -> other.needs().contains(part.name())
                        || (contractsNeedIt && other.needs().contains(Components.CONTRACTS)))
                .map(Part::name);
    }

    private ComponentStatus status(Part part) {
        return find(part).map(running -> ofRunning(part, running)).orElseGet(() -> ofEnded(part));
    }

    private ComponentStatus ofRunning(Part part, RunningComponent running) {
        String obstacle = launcher.obstacle(part.component());
        ProcessHandle process = ProcessHandle.of(running.pid()).orElseThrow();
        return new ComponentStatus(
                part.name(),
                obstacle.isEmpty() ? Health.UP : Health.UNHEALTHY,
                port(part),
                OptionalLong.of(running.pid()),
                ResidentMemory.of(process),
                uptime(process),
                obstacle,
                running.log());
    }

    private ComponentStatus ofEnded(Part part) {
        String detail = folder.pidFile(part.name()).isStale() ? "ended without being asked to" : "";
        return new ComponentStatus(
                part.name(), Health.DOWN, port(part), OptionalLong.empty(), 0, Duration.ZERO, detail, log(part.name()));
    }

    private static int port(Part part) {
        return part.component().ports().getFirst().port();
    }

    private static Duration uptime(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(start -> Duration.between(start, Instant.now()))
                .orElse(Duration.ZERO);
    }

    private static StartCache cache(LocalSettings settings, DataFolder folder) {
        return new StartCache(
                folder.cache(),
                settings.isOn(LocalKey.START_CACHE) ? StartCache.Mode.READ_AND_WRITE : StartCache.Mode.OFF);
    }

    private static Duration limit(LocalSettings settings) {
        return Duration.ofSeconds(settings.number(LocalKey.START_LIMIT));
    }
}
