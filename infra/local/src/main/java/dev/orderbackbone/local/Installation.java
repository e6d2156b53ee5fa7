package dev.orderbackbone.local;

import dev.orderbackbone.local.ComponentStatus.Health;
import dev.orderbackbone.local.Progress.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Components that need each other, in one data folder.
 *
 * @param parts each after those that it needs.
 * @param steps work between them, under the names by which parts need it.
 */
record Installation(List<Part> parts, List<Step> steps, Launcher launcher) {

    /**
     * What is done once at each start and is no process.
     *
     * @param needs components that must be ready first.
     */
    record Step(String name, List<String> needs) {}

    Installation {
        parts = List.copyOf(parts);
        steps = List.copyOf(steps);
    }

    /**
     * Starts what does not run.
     *
     * @param work does a step.
     */
    void up(Progress progress, Consumer<Step> work) {
        try (StackLock _ = StackLock.take(launcher.folder())) {
            Steps order = new Steps(progress);
            for (Part part : parts) {
                steps.stream()
                        .filter(step -> part.needs().contains(step.name()) && !order.has(step.name()))
                        .forEach(step -> order.add(step.name(), step.needs(), State.STARTING, () -> {
                            work.accept(step);
                            return State.READY;
                        }));
                order.add(part.name(), part.needs(), State.STARTING, () -> start(part.component()));
            }
            order.await();
        }
    }

    /** Stops what runs, each after those that need it. */
    void down(Progress progress) {
        down(progress, parts.stream().map(Part::name).toList());
    }

    /** Stops what runs of those that are named; what needs them goes on without. */
    void down(Progress progress, Collection<String> names) {
        try (StackLock _ = StackLock.take(launcher.folder())) {
            Steps order = new Steps(progress);
            List<Part> named = parts.reversed().stream()
                    .filter(part -> names.contains(part.name()))
                    .toList();
            for (Part part : named) {
                List<String> before = whatNeeds(part).filter(order::has).toList();
                find(part).ifPresent(running -> order.add(part.name(), before, State.STOPPING, () -> stop(running)));
            }
            order.await();
        }
    }

    List<ComponentStatus> status() {
        return parts.stream().map(this::status).toList();
    }

    Optional<RunningComponent> find(String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .flatMap(this::find);
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

    /** What needs a step needs what the step needs. */
    private Stream<String> whatNeeds(Part part) {
        List<String> throughSteps = steps.stream()
                .filter(step -> step.needs().contains(part.name()))
                .map(Step::name)
                .toList();
        return parts.stream()
                .filter(other -> other.needs().contains(part.name())
                        || other.needs().stream().anyMatch(throughSteps::contains))
                .map(Part::name);
    }

    private ComponentStatus status(Part part) {
        return find(part).map(running -> ofRunning(part, running)).orElseGet(() -> ofEnded(part));
    }

    private ComponentStatus ofRunning(Part part, RunningComponent running) {
        Optional<ProcessHandle> process = ProcessHandle.of(running.pid());
        String obstacle = launcher.obstacle(part.component());
        return new ComponentStatus(
                part.name(),
                obstacle.isEmpty() ? Health.UP : Health.UNHEALTHY,
                port(part),
                OptionalLong.of(running.pid()),
                process.map(ResidentMemory::of).orElse(0L),
                process.map(Installation::uptime).orElse(Duration.ZERO),
                obstacle,
                running.log());
    }

    private ComponentStatus ofEnded(Part part) {
        boolean unasked = launcher.folder().pidFile(part.name()).isStale();
        return new ComponentStatus(
                part.name(),
                Health.DOWN,
                port(part),
                OptionalLong.empty(),
                0,
                Duration.ZERO,
                unasked ? "ended without being asked to" : "",
                launcher.folder().log(part.name()));
    }

    private static int port(Part part) {
        List<ListenPort> ports = part.component().ports();
        return ports.isEmpty() ? 0 : ports.getFirst().port();
    }

    private static Duration uptime(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(start -> Duration.between(start, Instant.now()))
                .orElse(Duration.ZERO);
    }
}
