package dev.orderbackbone.local;

import dev.orderbackbone.local.Installation.Step;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Everything that {@code ./backbone up} runs on this machine. */
public final class LocalStack {

    /** The step between infrastructure and services. */
    @FunctionalInterface
    public interface Contracts {
        /**
         * Makes topics and registers schemas; does no harm the second time.
         *
         * @param stack its broker and registry can be used, its services are not yet started.
         */
        void deploy(LocalStack stack);
    }

    private final LocalSettings settings;
    private final Distribution distribution;
    private final DataFolder folder;
    private final StartCache cache;
    private final Components components;
    private final Installation installation;
    private final Installation infrastructure;

    /**
     * Starts nothing yet.
     *
     * @param lifetime of the processes that {@link #up} starts.
     */
    public LocalStack(LocalSettings settings, Distribution distribution, DataFolder folder, Lifetime lifetime) {
        this.settings = settings;
        this.distribution = distribution;
        this.folder = folder;
        this.cache = new StartCache(folder.cache(), settings.startCacheMode());
        this.components = new Components(settings, distribution, folder);
        Launcher launcher =
                new Launcher(folder, lifetime, cache, Duration.ofSeconds(settings.number(LocalKey.START_LIMIT)));
        Step contracts = new Step(Components.CONTRACTS, components.neededByContracts());
        this.installation = new Installation(components.all(), List.of(contracts), launcher);
        this.infrastructure = new Installation(components.infrastructure(), List.of(), launcher);
    }

    /**
     * Starts what does not run, in the order of its needs; what needs nothing of each other at the same time.
     *
     * @throws StartFailure when a component does not come up. What could be started nevertheless is left running.
     */
    public void up(Progress progress, Contracts contracts) {
        installation.up(progress, step -> contracts.deploy(this));
    }

    /**
     * Starts broker, database and registry only, and deploys the contracts: nothing that writes or acts.
     *
     * @throws StartFailure when a component does not come up.
     */
    public void upInfrastructure(Progress progress, Contracts contracts) {
        infrastructure.up(progress, _ -> {});
        contracts.deploy(this);
    }

    /** Stops what runs, services first. */
    public void down(Progress progress) {
        installation.down(progress);
    }

    /**
     * Stops what runs of those that are named, services first; the others go on.
     *
     * @param components some of {@link #names}.
     */
    public void down(Progress progress, Collection<String> components) {
        installation.down(progress, components);
    }

    /** How each component is, in the order of {@link #up}. */
    public List<ComponentStatus> status() {
        return installation.status();
    }

    /** For those who want to kill, pause or restart one: empty when it does not run. */
    public Optional<RunningComponent> find(String component) {
        return installation.find(component);
    }

    /** All names, in the order of {@link #up}. */
    public List<String> names() {
        return installation.parts().stream().map(Part::name).toList();
    }

    /** Where a component's output is appended. */
    public Path log(String component) {
        return folder.log(component);
    }

    /** Where Kafka is, running or not. */
    public String bootstrapServers() {
        return components.bootstrapServers();
    }

    /** The database, running or not. */
    public PostgresServer postgres() {
        return components.postgres();
    }

    /** The schema registry, running or not. */
    public SchemaRegistry registry() {
        return components.registry();
    }

    /**
     * For {@link Contracts}: does work on the broker or registry unless it was done on their present data for the same
     * build of a jar. Looking up each of the registered schemas takes seconds in a registry that has just started. Of a
     * broker that is not ours nobody knows whether its data are the same: there the work is done each time.
     *
     * @param what names the work.
     * @param artifact the jar that decides on the outcome, without version.
     */
    public void unlessDone(String what, String artifact, Runnable work) {
        if (components.isKafkaExternal()) {
            work.run();
            return;
        }
        new BrokerNotes(folder.of(components.kafka().name())).unlessDone(what, distribution.buildOf(artifact), work);
    }

    /** Whether every JVM would start from its cache; no longer so after a build that has changed a jar. */
    public boolean hasStartCache() {
        return installation.parts().stream().map(Part::component).allMatch(this::hasStartCache);
    }

    /**
     * Makes the start caches without touching this installation: starts and stops a second one, on other ports in a
     * temporary folder. Takes about a minute on two cores. Without it the first {@link #up} and {@link #down} make them,
     * which slows those down.
     */
    public void makeStartCache(Progress progress, Contracts contracts) {
        Path root = folder.run().resolve("rehearsal");
        DataFolder elsewhere = new DataFolder(root, folder.cache());
        LocalStack rehearsal =
                new LocalStack(settings.withFreePorts(), distribution, elsewhere, Lifetime.ENDS_WITH_LAUNCHER);
        Folders.delete(root);
        try {
            rehearsal.up(progress, contracts);
        } finally {
            rehearsal.down(progress);
            Folders.delete(root);
        }
    }

    private boolean hasStartCache(Component component) {
        return switch (component.program(folder)) {
            case JavaProgram program -> cache.has(component.name(), program);
            case NativeProgram _ -> true;
        };
    }
}
