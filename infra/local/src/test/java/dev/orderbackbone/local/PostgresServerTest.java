package dev.orderbackbone.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

    @TempDir
    Path folder;

    private final PostgresServer server = PostgresServer.onFreePort(Distribution.ofBuild());

    @Test
    void keepsACommittedRowThroughKillAndThroughStop() throws SQLException {
        try (RunningComponent running = Launcher.forTests(folder).start(server)) {
            execute("CREATE TABLE kept (text text)", "INSERT INTO kept VALUES ('Grüße, 世界')");

            running.kill();
            running.restart();
            assertThat(query("SELECT text FROM kept")).isEqualTo("Grüße, 世界");

            running.stop();
            running.restart();
            assertThat(query("SELECT text FROM kept")).isEqualTo("Grüße, 世界");
        }
    }

    @Test
    void syncsCommitsToDiskUnlessATestAsksItNotToAndTakesMoreSettings() throws SQLException {
        PostgresServer durable = new PostgresServer(
                server.archive(),
                server.port(),
                "secret",
                PostgresServer.Durability.POWER_LOSS,
                List.of("work_mem=9MB"));
        try (RunningComponent running = Launcher.forTests(folder).start(durable)) {
            assertThat(running.isAlive()).isTrue();
            assertThat(query("SHOW fsync", "secret")).isEqualTo("on");
            assertThat(query("SHOW synchronous_commit", "secret")).isEqualTo("on");
            assertThat(query("SHOW server_encoding", "secret")).isEqualTo("UTF8");
            assertThat(query("SHOW work_mem", "secret")).isEqualTo("9MB");
            assertThatThrownBy(() -> query("SELECT 1", "wrong"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void isUnpackedOnceWhenSeveralNeedItAtTheSameTime() throws Exception {
        Path cache = folder.resolve("cache");
        List<Future<PostgresBinaries>> unpacked;
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Callable<PostgresBinaries> unpack = () -> PostgresBinaries.unpacked(server.archive(), cache);
            unpacked = threads.invokeAll(List.of(unpack, unpack));
        }

        for (Future<PostgresBinaries> binaries : unpacked) {
            assertThat(binaries.get().program("postgres")).isExecutable();
        }
        assertThat(cache).isDirectoryContaining("glob:**/postgresql-*");
        assertThat(cache).isDirectoryNotContaining("glob:**/unpacking-*");
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = connect(server.password());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private String query(String sql) throws SQLException {
        return query(sql, server.password());
    }

    private String query(String sql, String password) throws SQLException {
        try (Connection connection = connect(password);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private Connection connect(String password) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), server.username(), password);
    }
}
