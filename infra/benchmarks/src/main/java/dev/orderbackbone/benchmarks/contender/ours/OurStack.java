package dev.orderbackbone.benchmarks.contender.ours;

import dev.orderbackbone.benchmarks.BenchFailure;
import dev.orderbackbone.benchmarks.FreshFolder;
import dev.orderbackbone.benchmarks.check.Evidence;
import dev.orderbackbone.benchmarks.contender.Contender;
import dev.orderbackbone.benchmarks.contender.Database;
import dev.orderbackbone.benchmarks.contender.DatabaseSettings;
import dev.orderbackbone.benchmarks.contender.Gateway;
import dev.orderbackbone.benchmarks.contender.Place;
import dev.orderbackbone.benchmarks.contender.Side;
import dev.orderbackbone.benchmarks.cost.FolderSize;
import dev.orderbackbone.benchmarks.http.Connections;
import dev.orderbackbone.benchmarks.load.Attempts;
import dev.orderbackbone.benchmarks.load.Phase;
import dev.orderbackbone.benchmarks.workload.SampleOrder;
import dev.orderbackbone.contract.OrderIds;
import dev.orderbackbone.local.DataFolder;
import dev.orderbackbone.local.Distribution;
import dev.orderbackbone.local.Lifetime;
import dev.orderbackbone.local.LocalKey;
import dev.orderbackbone.local.LocalSettings;
import dev.orderbackbone.local.LocalStack;
import dev.orderbackbone.local.Progress;
import dev.orderbackbone.local.RunningComponent;
import dev.orderbackbone.operator.deploy.Contracts;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.registry.HttpSchemaRegistryClient;
import dev.orderbackbone.schemas.registry.RegistrySettings;
import dev.orderbackbone.schemas.registry.SchemaRegistryClient;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** This backbone, and the outside world that the benchmark gives it. */
public final class OurStack implements Contender {
    private static final String DATABASE = "postgresql";
    private static final short ONE_COPY = 1;

    private final StackSettings settings;
    private final LocalSettings local;
    private final DataFolder folder;
    private final LocalStack stack;
    private final Distribution distribution;
    private final @Nullable RunningComponent gateway;
    private final Connections orders;
    private final Attempts attempts;
    private @Nullable OutcomeWatch watch;

    /** Starts the benchmark's gateway, unless the simulated one is to be asked, and nothing else yet. */
    public OurStack(StackSettings settings, Place place, Map<String, String> environment) {
        this.settings = settings;
        this.folder = place.folder(side());
        this.local = settings.local(folder, environment);
        this.stack = new LocalStack(local, place.distribution(), folder, Lifetime.ENDS_WITH_LAUNCHER);
        this.distribution = place.distribution();
        this.gateway = settings.hasLedger()
                ? null
                : place.launcher(side()).start(Gateway.on(distribution, local.number(LocalKey.GATEWAY_PORT)));
        this.orders = new Connections(local.number(LocalKey.ORDER_EVENTS_PORT));
        this.attempts = new Attempts(orders);
    }

    @Override
    public Side side() {
        return Side.OURS;
    }

    @Override
    public int senders() {
        return settings.senders();
    }

    @Override
    public int window() {
        return settings.window();
    }

    @Override
    public void start() throws InterruptedException {
        stack.up(Progress.silent(), this::deploy);
        if (settings.isIntakeFlushed()) {
            IntakeFlush.set(kafkaProperties());
        }
        OpeningStock.load(URI.create("http://127.0.0.1:" + local.number(LocalKey.ORDER_EVENTS_PORT)));
        if (settings.countsStatements()) {
            database().execute(DatabaseSettings.BEGIN_COUNTING);
        }
        awaitQuiet();
        watch = OutcomeWatch.start(stack.bootstrapServers(), registry(), database());
    }

    @Override
    public void begin(Phase phase) {
        watching().begin(phase);
    }

    @Override
    public void submit(SampleOrder order, Phase phase) throws InterruptedException {
        watching().expect(OrderIds.of(OrderRequest.STORE, order.key()), order.number());
        attempts.succeed(
                OrderRequest.of(order, Instant.now(), settings.paymentMethods().of(order), settings.isToldByMail()),
                phase);
        phase.accepted(order.number(), System.nanoTime());
    }

    @Override
    public Map<String, Long> processes() {
        Map<String, Long> processes = new LinkedHashMap<>();
        if (gateway != null) {
            processes.put(Gateway.NAME, gateway.pid());
        }
        components(
                stack.names(), component -> processes.put(component.component().name(), component.pid()));
        return processes;
    }

    /** The same without those that are no JVMs. */
    public Map<String, Long> jvmProcesses() {
        Map<String, Long> jvms = processes();
        jvms.remove(DATABASE);
        return jvms;
    }

    @Override
    public void awaitQuiet() throws InterruptedException {
        new Quiet(kafkaProperties(), registry(), database()).await();
    }

    /** The same with more patience than two minutes, for a stack that is made anew. */
    public void awaitQuiet(Duration patience) throws InterruptedException {
        new Quiet(kafkaProperties(), registry(), database()).await(patience);
    }

    /** What operators do to it. */
    public Operations operations() {
        return new Operations(local, distribution, folder, stack, this::deploy);
    }

    /** Sends no orders any more, and follows them no more: its log can be taken away. */
    public void stopSending() {
        closeWatch();
        orders.close();
    }

    @Override
    public Evidence evidence() {
        return MartEvidence.read(database());
    }

    @Override
    public Database database() {
        return new Database(
                stack.postgres().jdbcUrl(),
                stack.postgres().username(),
                stack.postgres().password());
    }

    @Override
    public Optional<Map<String, Object>> kafka() {
        return Optional.of(kafkaProperties());
    }

    @Override
    public long questionsAsked() {
        return watching().questionsAsked();
    }

    /** The database goes on: it does nothing without clients, and holds no clock against them. */
    @Override
    public void pause() {
        components(jvms(), RunningComponent::pause);
    }

    @Override
    public void resume() {
        components(jvms().reversed(), RunningComponent::resume);
    }

    /** The services, which hold state. */
    public List<String> services() {
        return Topics.ALL.stream()
                .flatMap(topic -> topic.writers().stream())
                .filter(stack.names()::contains)
                .distinct()
                .sorted()
                .toList();
    }

    /** Bytes of a service's state on the disk. */
    public long stateBytes(String service) {
        return FolderSize.of(stateOf(service));
    }

    /** Stops a service in good order and starts it again; how long that start took until it was ready. Only when all is quiet. */
    public Duration restart(String service) {
        return restart(service, () -> {});
    }

    /** The same for a service that has lost its state, as on another machine. */
    public Duration restartWithoutState(String service) {
        return restart(service, () -> FreshFolder.delete(stateOf(service)));
    }

    private Duration restart(String service, Runnable whileDown) {
        RunningComponent running = stack.find(service).orElseThrow();
        running.stop();
        whileDown.run();
        long began = System.nanoTime();
        running.restart();
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private Path stateOf(String service) {
        return folder.of(service).resolve("state");
    }

    @Override
    public void close() {
        closeWatch();
        orders.close();
        // Whoever is paused cannot stop in good order.
        jvms().reversed().forEach(name -> stack.find(name).ifPresent(RunningComponent::resume));
        stack.down(Progress.silent());
        if (gateway != null) {
            gateway.close();
        }
    }

    private void closeWatch() {
        if (watch != null) {
            watch.close();
            watch = null;
        }
    }

    private List<String> jvms() {
        return stack.names().stream()
                .filter(name -> !name.equals(DATABASE))
                .toList()
                .reversed();
    }

    private void components(List<String> names, Consumer<RunningComponent> use) {
        names.forEach(name -> use.accept(stack.find(name)
                .orElseThrow(() -> new BenchFailure(name + " does not run any more; its log: " + stack.log(name)))));
    }

    private void deploy(LocalStack started) {
        try {
            Contracts.deploy(kafkaProperties(), registry(), local.number(LocalKey.KAFKA_PARTITIONS), ONE_COPY);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("interrupted while topics and schemas were being made", interrupted);
        }
    }

    private Map<String, Object> kafkaProperties() {
        return new HashMap<>(Map.of("bootstrap.servers", stack.bootstrapServers()));
    }

    /** Of this stack. */
    public SchemaRegistryClient registry() {
        return HttpSchemaRegistryClient.connect(
                RegistrySettings.of(stack.registry().url()));
    }

    private OutcomeWatch watching() {
        return Objects.requireNonNull(watch, "not started");
    }
}
