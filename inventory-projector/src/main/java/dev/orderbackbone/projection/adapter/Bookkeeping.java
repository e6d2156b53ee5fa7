package dev.orderbackbone.projection.adapter;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** What stays when read models come and go: the schema projection. */
final class Bookkeeping {
    /** Any number will do, as long as nobody else locks by it. */
    private static final long LOCK = 0x6f72646572L;

    private Bookkeeping() {}

    /** Brings it up to date; whoever does at the same time waits. */
    static void migrate(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/projection")
                .defaultSchema("projection")
                .table("schema_history")
                .load()
                .migrate();
    }

    /** Waits until nobody else makes, shows or drops a version; until the end of the transaction nobody else can. */
    static void lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
        }
    }
}
