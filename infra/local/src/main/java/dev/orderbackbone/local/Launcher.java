package dev.orderbackbone.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Starts components in one data folder, and finds those that run there. Safe for use by several threads. */
public final class Launcher {

    /** On a machine that does much else at the same time. */
    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    /** A process that writes its start cache when it ends takes that much longer. */
    private static final Duration CACHE_PATIENCE = Duration.ofMinutes(2);

    private final DataFolder folder;
    private final Lifetime lifetime;
    private final StartCache cache;
    private final Duration startLimit;

    public Launcher(DataFolder folder, Lifetime lifetime, StartCache cache) {
        this(folder, lifetime, cache, START_LIMIT);
    }

    /**
     * A launcher with a limit of its own.
     *
     * @param startLimit how long a component may take to be ready.
     */
    public Launcher(DataFolder folder, Lifetime lifetime, StartCache cache, Duration startLimit) {
        this.folder = folder;
        this.lifetime = lifetime;
        this.cache = cache;
        this.startLimit = startLimit;
    }

    /**
     * For tests: processes end with this JVM. The cache is shared by all tests of the source tree.
     *
     * @param folder a temporary one.
     */
    public static Launcher forTests(Path folder) {
        return forTests(folder, StartCache.Mode.READ);
    }

    static Launcher forTests(Path root, StartCache.Mode mode) {
        Path cache = Distribution.ofBuild().folder().resolve("cache");
        DataFolder folder = new DataFolder(root, cache);
        return new Launcher(folder, Lifetime.ENDS_WITH_LAUNCHER, new StartCache(cache, mode));
    }

    public DataFolder folder() {
        return folder;
    }

    /**
     * Starts it unless it runs already, and returns when it is ready.
     *
     * @throws StartFailure when it does not come up; nothing of it is left running then, except for what ran already: not all of it may be out of
     *     order.
     */
    public RunningComponent start(Component component) {
        Optional<ManagedProcess> found = ManagedProcess.find(spec(component, List.of()));
        found.ifPresent(process -> process.awaitReady(component.probe(folder), startLimit));
        return new RunningComponent(this, component, found.orElseGet(() -> launch(component)));
    }

    /** The running process of a component, ready or not. */
    public Optional<RunningComponent> find(Component component) {
        return ManagedProcess.find(spec(component, List.of()))
                .map(process -> new RunningComponent(this, component, process));
    }

    /** Why it cannot be used; empty when it can. */
    String obstacle(Component component) {
        try {
            component.probe(folder).check();
            return "";
        } catch (IOException e) {
            return e.toString();
        }
    }

    ManagedProcess launch(Component component) {
        component.ports().forEach(port -> port.requireFree(component.name()));
        cache.discard(component.name(), folder.run());
        component.prepare(folder);
        ManagedProcess process = ManagedProcess.start(spec(component, command(component)), lifetime);
        awaitReady(component, process);
        return process;
    }

    void stop(Component component, ManagedProcess process) {
        boolean writesCache = cache.isWriting(component.name(), folder.run());
        if (process.stop(writesCache ? CACHE_PATIENCE : component.stopPatience())) {
            cache.collect(component.name(), folder.run());
        }
    }

    private void awaitReady(Component component, ManagedProcess process) {
        try {
            process.awaitReady(component.probe(folder), startLimit);
        } catch (StartFailure e) {
            process.kill();
            throw e;
        }
    }

    private List<String> command(Component component) {
        return switch (component.program(folder)) {
            case NativeProgram program -> program.command();
            case JavaProgram program -> program.command(cache.options(component.name(), program, folder.run()));
        };
    }

    private ProcessSpec spec(Component component, List<String> command) {
        String name = component.name();
        return new ProcessSpec(
                name,
                command,
                component.environment(),
                folder.of(name),
                folder.logFile(name),
                folder.pidFile(name),
                component.stopSignal());
    }
}
