package dev.orderbackbone.benchmarks.contender.rival;

import dev.orderbackbone.benchmarks.check.Evidence;
import dev.orderbackbone.benchmarks.contender.Contender;
import dev.orderbackbone.benchmarks.contender.Database;
import dev.orderbackbone.benchmarks.contender.DatabaseSettings;
import dev.orderbackbone.benchmarks.contender.Gateway;
import dev.orderbackbone.benchmarks.contender.OwnProgram;
import dev.orderbackbone.benchmarks.contender.Place;
import dev.orderbackbone.benchmarks.contender.Side;
import dev.orderbackbone.benchmarks.http.Connections;
import dev.orderbackbone.benchmarks.load.Attempts;
import dev.orderbackbone.benchmarks.load.Phase;
import dev.orderbackbone.benchmarks.rival.RivalService;
import dev.orderbackbone.benchmarks.workload.SampleOrder;
import dev.orderbackbone.local.Launcher;
import dev.orderbackbone.local.ListenPort;
import dev.orderbackbone.local.PostgresServer;
import dev.orderbackbone.local.RunningComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The hand-written PostgreSQL service. It answers an order when that has come to its end, so that its requests tell everything. */
public final class Rival implements Contender {
    private static final String NAME = "rival";
    private static final List<String> OPTIONS =
            List.of("-Xms1g", "-Xmx3g", "--sun-misc-unsafe-memory-access=allow", "-Djava.net.preferIPv4Stack=true");

    private final Place place;
    private final boolean countsStatements;
    private final Launcher launcher;
    private final PostgresServer postgres;
    private final int gatewayPort = ListenPort.free();
    private final int port = ListenPort.free();
    private final Connections connections = new Connections(port);
    private final Attempts attempts = new Attempts(connections);
    private final List<RunningComponent> running = new ArrayList<>();

    /** Starts nothing yet. */
    public Rival(Place place, boolean countsStatements) {
        this.place = place;
        this.countsStatements = countsStatements;
        this.launcher = place.launcher(side());
        this.postgres = PostgresServer.durable(
                place.distribution(),
                new ListenPort("the benchmark's", ListenPort.free()),
                PostgresServer.DATABASE,
                DatabaseSettings.of(countsStatements));
    }

    @Override
    public Side side() {
        return Side.RIVAL;
    }

    @Override
    public int senders() {
        return RivalService.CONNECTIONS;
    }

    @Override
    public int window() {
        return RivalService.CONNECTIONS;
    }

    @Override
    public void start() {
        running.add(launcher.start(Gateway.on(place.distribution(), gatewayPort)));
        running.add(launcher.start(postgres));
        if (countsStatements) {
            database().execute(DatabaseSettings.BEGIN_COUNTING);
        }
        running.add(launcher.start(new OwnProgram(
                NAME,
                place.distribution(),
                RivalService.class,
                port,
                OPTIONS,
                Map.of(
                        "RIVAL_DATABASE_URL", postgres.jdbcUrl(),
                        "RIVAL_DATABASE_USER", postgres.username(),
                        "RIVAL_DATABASE_PASSWORD", postgres.password(),
                        "RIVAL_GATEWAY_PORT", Integer.toString(gatewayPort)))));
    }

    @Override
    public void begin(Phase phase) {
        // Each request has its phase with it.
    }

    @Override
    public void submit(SampleOrder order, Phase phase) throws InterruptedException {
        attempts.succeed(RivalRequest.of(order, Instant.now()), phase);
        long now = System.nanoTime();
        phase.accepted(order.number(), now);
        phase.terminal(order.number(), now);
        phase.told(order.number(), now);
    }

    @Override
    public Map<String, Long> processes() {
        Map<String, Long> processes = new LinkedHashMap<>();
        running.forEach(component -> processes.put(component.component().name(), component.pid()));
        return processes;
    }

    /** Whatever was answered is done. */
    @Override
    public void awaitQuiet() {}

    @Override
    public Evidence evidence() {
        return RivalEvidence.read(database());
    }

    @Override
    public Database database() {
        return new Database(postgres.jdbcUrl(), postgres.username(), postgres.password());
    }

    @Override
    public Optional<Map<String, Object>> kafka() {
        return Optional.empty();
    }

    @Override
    public long questionsAsked() {
        return 0;
    }

    /** It does nothing without requests. */
    @Override
    public void pause() {}

    @Override
    public void resume() {}

    @Override
    public void close() {
        connections.close();
        running.reversed().forEach(RunningComponent::close);
    }
}
