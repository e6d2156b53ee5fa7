package dev.orderbackbone.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL, from the binaries that Maven Central has for embedding. UTF-8, locale C, time zone UTC; one database
 * {@code backbone} whose owner {@code backbone} is the superuser. TCP on 127.0.0.1 only, with a password.
 *
 * @param archive the jar with the binaries.
 * @param password of the user {@code backbone}; it counts when the data folder is made, later changes are up to SQL.
 * @param durability whether a commit survives the loss of power.
 * @param more settings as {@code name=value}; they win over those below.
 */
public record PostgresServer(Path archive, ListenPort port, String password, Durability durability, List<String> more)
        implements Component {

    /** The database, and its owner. */
    public static final String DATABASE = "backbone";

    private static final String NAME = "postgresql";

    /** What a commit survives. */
    public enum Durability {
        /** Everything: fsync. */
        POWER_LOSS,
        /** Any end of its process, not that of the machine. For tests. */
        PROCESS
    }

    public PostgresServer {
        more = List.copyOf(more);
    }

    /** For tests: on a free port. */
    public static PostgresServer onFreePort(Distribution distribution) {
        return new PostgresServer(
                distribution.jar(PostgresBinaries.artifact()),
                ListenPort.anyFree(),
                DATABASE,
                Durability.PROCESS,
                List.of());
    }

    /** A server that a crash of the machine takes nothing committed from. */
    public static PostgresServer durable(
            Distribution distribution, ListenPort port, String password, List<String> more) {
        return new PostgresServer(
                distribution.jar(PostgresBinaries.artifact()), port, password, Durability.POWER_LOSS, more);
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port.port() + "/" + DATABASE;
    }

    public String username() {
        return DATABASE;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<ListenPort> ports() {
        return List.of(port);
    }

    @Override
    public void prepare(DataFolder folder) {
        if (!Files.exists(data(folder))) {
            new PostgresData(binaries(folder), Unprivileged.user(), password).create(folder.of(NAME), folder);
        }
        Unprivileged.user().own(folder.of(NAME));
    }

    @Override
    public Program program(DataFolder folder) {
        List<String> command = new ArrayList<>();
        command.add(binaries(folder).program("postgres").toString());
        command.addAll(List.of("-D", data(folder).toString(), "-p", Integer.toString(port.port())));
        settings().forEach(setting -> command.addAll(List.of("-c", setting)));
        return Program.of(Unprivileged.user().command(command));
    }

    @Override
    public Probe probe(DataFolder folder) {
        return new PostgresProbe(port.port(), data(folder));
    }

    @Override
    public StopSignal stopSignal() {
        return StopSignal.INT;
    }

    /** It writes all changed pages before it ends. */
    @Override
    public Duration stopPatience() {
        return Duration.ofSeconds(60);
    }

    private List<String> settings() {
        List<String> settings = new ArrayList<>(List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=", // TCP only: a socket's path may be 107 bytes long at most
                "max_connections=100",
                "shared_buffers=128MB",
                "work_mem=8MB",
                "maintenance_work_mem=64MB",
                "max_wal_size=1GB",
                "wal_level=minimal", // one server: no replicas, and bulk loads into new tables skip the log
                "max_wal_senders=0",
                "io_method=sync", // no worker processes
                "max_worker_processes=4",
                "jit=off",
                "TimeZone=UTC",
                "log_timezone=UTC",
                "log_checkpoints=off"));
        switch (durability) {
            case POWER_LOSS -> settings.add("fsync=on");
            case PROCESS -> settings.addAll(List.of("fsync=off", "full_page_writes=off"));
        }
        settings.addAll(more);
        return settings;
    }

    private PostgresBinaries binaries(DataFolder folder) {
        return PostgresBinaries.unpacked(archive, folder.cache());
    }

    private static Path data(DataFolder folder) {
        return folder.of(NAME).resolve("data");
    }
}
