package dev.orderbackbone.testkit;

import dev.orderbackbone.local.Distribution;
import dev.orderbackbone.local.Launcher;
import dev.orderbackbone.local.PostgresServer;
import dev.orderbackbone.local.RunningComponent;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A real PostgreSQL with an empty database. To be registered as a static extension. */
public final class TestPostgres implements BeforeAllCallback, AfterAllCallback {
    private @Nullable TemporaryFolder folder;
    private @Nullable PostgresServer server;
    private @Nullable RunningComponent running;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        folder = TemporaryFolder.create();
        server = PostgresServer.onFreePort(Distribution.ofBuild());
        running = Launcher.forTests(folder.path()).start(server);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (running != null) {
            running.close();
        }
        if (folder != null) {
            folder.delete();
        }
    }

    /** The database's address. */
    public String jdbcUrl() {
        return started().jdbcUrl();
    }

    /** The user that owns the database. */
    public String username() {
        return started().username();
    }

    /** That user's password. */
    public String password() {
        return started().password();
    }

    /** A connection of the database's owner, to be closed. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), username(), password());
    }

    /** The process, to be killed or stopped. */
    public RunningComponent process() {
        return Objects.requireNonNull(running, "not started");
    }

    private PostgresServer started() {
        return Objects.requireNonNull(server, "not started");
    }
}
