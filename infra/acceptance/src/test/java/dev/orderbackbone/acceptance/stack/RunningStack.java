package dev.orderbackbone.acceptance.stack;

import dev.orderbackbone.local.DataFolder;
import dev.orderbackbone.local.Distribution;
import dev.orderbackbone.local.Lifetime;
import dev.orderbackbone.local.LocalKey;
import dev.orderbackbone.local.LocalSettings;
import dev.orderbackbone.local.LocalStack;
import dev.orderbackbone.local.Progress;
import dev.orderbackbone.local.RunningComponent;
import dev.orderbackbone.operator.deploy.Contracts;
import dev.orderbackbone.operator.verify.source.Sources;
import dev.orderbackbone.orderevents.client.OrdersHttpClient;
import dev.orderbackbone.orderevents.client.OrdersHttpSettings;
import dev.orderbackbone.orderevents.client.OrdersKafkaPublisher;
import dev.orderbackbone.schemas.registry.HttpSchemaRegistryClient;
import dev.orderbackbone.schemas.registry.RegistrySettings;
import dev.orderbackbone.schemas.registry.SchemaRegistryClient;
import dev.orderbackbone.testkit.TemporaryFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything, running. Thread-safe. */
public final class RunningStack implements AutoCloseable {
    /** The services, in the order in which an order meets them. */
    public static final List<String> SERVICES =
            List.of("order-events", "inventory-projector", "payment-processor", "notification-sender");

    /** Processes that live for minutes: what is compiled quickly pays, and what makes later starts fast does not. */
    private static final Map<String, String> SETTINGS = Map.of(
            LocalKey.START_CACHE.variable(), "off",
            LocalKey.KAFKA_JVM.variable(), "-XX:TieredStopAtLevel=1",
            LocalKey.SERVICES_JVM.variable(), "-XX:TieredStopAtLevel=1");

    private static final short ONE_COPY = 1;
    /** A component that was killed is away for longer than a client with the usual settings tries. */
    private static final int ATTEMPTS = 100;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private static final String KAFKA = "kafka";
    /** Where {@code ./backbone verify} looks for them. */
    private static final Path ACCEPTED = Path.of("accepted", "acceptance");

    private final TemporaryFolder temporary;
    private final @Nullable KafkaInContainer container;
    private final LocalStack processes;
    private final LocalSettings settings;
    private final SchemaRegistryClient registry;
    private final OrdersHttpClient http;
    private final OrdersHttpClient impatientHttp;
    private final OrdersKafkaPublisher kafka;
    private final RawLog log;
    private final AcceptedOrders accepted;
    private final Set<Long> guarded = ConcurrentHashMap.newKeySet();

    private RunningStack(
            TemporaryFolder temporary,
            @Nullable KafkaInContainer container,
            LocalStack processes,
            LocalSettings settings)
            throws IOException {
        this.temporary = temporary;
        this.container = container;
        this.processes = processes;
        this.settings = settings;
        this.registry = HttpSchemaRegistryClient.connect(
                RegistrySettings.of(processes.registry().url()));
        OrdersHttpSettings usual = OrdersHttpSettings.of(URI.create(local(LocalKey.ORDER_EVENTS_PORT)));
        this.http = new OrdersHttpClient(
                usual.withPauses(FIRST_PAUSE, LONGEST_PAUSE).withAttempts(ATTEMPTS));
        this.impatientHttp = new OrdersHttpClient(usual.withAttempts(1));
        this.kafka = OrdersKafkaPublisher.connect(kafkaProperties(), registry);
        this.log = new RawLog(kafkaProperties());
        this.accepted = AcceptedOrders.open(temporary.path().resolve(ACCEPTED));
        running().map(RunningComponent::pid).forEach(guarded::add);
    }

    /** Starts all of it; where that fails, nothing of it is left. */
    static RunningStack start() {
        try {
            Distribution distribution = Distribution.ofBuild();
            TemporaryFolder temporary = TemporaryFolder.create();
            KafkaInContainer container =
                    KafkaChoice.ofUser() == KafkaChoice.TESTCONTAINERS ? KafkaInContainer.start(distribution) : null;
            DataFolder folder = DataFolder.of(temporary.path());
            LocalSettings settings =
                    LocalSettings.load(folder, variables(container)).withFreePorts();
            LocalStack processes = new LocalStack(settings, distribution, folder, Lifetime.ENDS_WITH_LAUNCHER);
            write(settings, temporary.path());
            try {
                processes.up(Progress.silent(), stack -> deploy(stack, settings.number(LocalKey.KAFKA_PARTITIONS)));
                return new RunningStack(temporary, container, processes, settings);
            } catch (RuntimeException | IOException failure) {
                end(temporary, container, processes);
                throw failure;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** For commands, which are told the folder. */
    private static void write(LocalSettings settings, Path folder) throws IOException {
        List<String> lines = Arrays.stream(LocalKey.values())
                .map(key -> key.key() + "=" + settings.text(key))
                .toList();
        Files.write(folder.resolve(LocalSettings.FILE), lines);
    }

    private static Map<String, String> variables(@Nullable KafkaInContainer container) {
        Map<String, String> variables = new HashMap<>(SETTINGS);
        if (container != null) {
            variables.put(LocalKey.KAFKA_EXTERNAL.variable(), container.bootstrapServers());
        }
        return variables;
    }

    /** Its data folder, for commands. */
    public Path folder() {
        return temporary.path();
    }

    /** The HTTP API, by a client that goes on trying for a minute and more. */
    public OrdersHttpClient http() {
        return http;
    }

    /** The HTTP API, by a client that tries once. */
    public OrdersHttpClient impatientHttp() {
        return impatientHttp;
    }

    /** The log, by the storefronts' client. */
    public OrdersKafkaPublisher kafka() {
        return kafka;
    }

    /** The log as bytes. */
    public RawLog log() {
        return log;
    }

    /** The schema registry. */
    public SchemaRegistryClient registry() {
        return registry;
    }

    /** What every Kafka client starts from. */
    public Map<String, Object> kafkaProperties() {
        return new HashMap<>(Map.of("bootstrap.servers", processes.bootstrapServers()));
    }

    /** Partitions of every topic. */
    public int partitions() {
        return settings.number(LocalKey.KAFKA_PARTITIONS);
    }

    /** The orders that the auditor is told were accepted. */
    public AcceptedOrders accepted() {
        return accepted;
    }

    /** Runs a command of operators on it, as {@code ./backbone} would. */
    public Typed operator(String... arguments) {
        Typed typed = Typed.run(temporary.path(), arguments);
        guard();
        return typed;
    }

    /** Runs a command of operators on it, as the {@code ./backbone} of another release would. */
    public Typed operator(Distribution release, String... arguments) {
        Typed typed = Typed.run(release, temporary.path(), arguments);
        guard();
        return typed;
    }

    /** What a command has started goes on without it, but not without these tests. */
    private void guard() {
        running().filter(started -> guarded.add(started.pid())).forEach(RunningComponent::endWithThisJvm);
    }

    private Stream<RunningComponent> running() {
        return processes.names().stream().flatMap(name -> processes.find(name).stream());
    }

    /** Sets what counts for what is started by commands from now on. */
    public void set(LocalKey key, String value) {
        try {
            write(settings.with(key, value), temporary.path());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A component, to be killed and started again. */
    public KillableProcess component(String name) {
        if (container != null && name.equals(KAFKA)) {
            return container;
        }
        return new LocalProcess(
                processes.find(name).orElseThrow(() -> new IllegalStateException(name + " does not run")));
    }

    /** Ends a component's process as a power cut does: nobody has asked for it, and nobody notes it. */
    public void crash(String component) {
        ProcessHandle process = processes
                .find(component)
                .flatMap(running -> ProcessHandle.of(running.pid()))
                .orElseThrow(() -> new IllegalStateException(component + " does not run"));
        List<ProcessHandle> family =
                Stream.concat(Stream.of(process), process.descendants()).toList();
        family.forEach(ProcessHandle::destroyForcibly);
        family.forEach(each -> each.onExit().join());
    }

    /** The read models. */
    public Mart mart() {
        return new Mart(processes.postgres());
    }

    /** What customers have got. */
    public Mailbox mailbox() {
        return new Mailbox(URI.create(mailLedger()));
    }

    /** How the payment gateway misbehaves. */
    public Switch gatewayFaults() {
        return new Switch(URI.create(local(LocalKey.GATEWAY_PORT) + "/v1/faults"));
    }

    /** Whether the warehouse ships. */
    public Switch warehouse() {
        return new Switch(URI.create(local(LocalKey.WAREHOUSE_PORT) + "/v1/shipping"));
    }

    /** The auditor. It asks for schemas anew: of a log that was restored they have other ids. */
    public Audit audit() {
        return new Audit(new Sources(
                kafkaProperties(),
                HttpSchemaRegistryClient.connect(
                        RegistrySettings.of(processes.registry().url())),
                new Sources.Database(
                        processes.postgres().jdbcUrl(),
                        processes.postgres().username(),
                        processes.postgres().password()),
                local(LocalKey.GATEWAY_PORT) + "/v1/ledger",
                mailLedger(),
                List.of(accepted.file())));
    }

    /** Stops everything; what the processes have logged is kept in {@code target/stack-logs}. */
    @Override
    public void close() {
        log.close();
        kafka.close();
        http.close();
        impatientHttp.close();
        accepted.close();
        end(temporary, container, processes);
    }

    private static void end(TemporaryFolder temporary, @Nullable KafkaInContainer container, LocalStack processes) {
        processes.down(Progress.silent());
        processes.names().forEach(name -> Logs.keep(processes.log(name)));
        if (container != null) {
            Logs.keep(KAFKA, container.log());
            container.close();
        }
        temporary.delete();
    }

    private String mailLedger() {
        return local(LocalKey.MAIL_HTTP_PORT) + "/v1/messages";
    }

    private String local(LocalKey port) {
        return "http://127.0.0.1:" + settings.number(port);
    }

    private static void deploy(LocalStack stack, int partitions) {
        Map<String, Object> kafka = new HashMap<>(Map.of("bootstrap.servers", stack.bootstrapServers()));
        SchemaRegistryClient registry = HttpSchemaRegistryClient.connect(
                RegistrySettings.of(stack.registry().url()));
        try {
            Contracts.deploy(kafka, registry, partitions, ONE_COPY);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while topics and schemas were being made", interrupted);
        }
    }
}
