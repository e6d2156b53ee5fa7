package dev.orderbackbone.projection.adapter;

import dev.orderbackbone.projection.flow.ReadModel;
import dev.orderbackbone.projection.flow.ReadModelUnavailableException;
import dev.orderbackbone.projection.flow.ReadModels;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/**
 * The read models in PostgreSQL. Brings the bookkeeping up to date (Flyway), makes the tables of a version where they are missing, and lets
 * the mart show it where it shows nothing yet. Whoever starts at the same time waits.
 */
public final class PostgresReadModels implements ReadModels {
    /** Any number will do, as long as nobody else locks by it. */
    private static final long LOCK = 0x6f72646572L;

    private final DataSource dataSource;
    private final TransactionOperations<Connection> transactions;
    private final ReadVersions versions;
    private final Currencies currencies;
    private final Mart mart;
    private final int wantedVersion;
    private @Nullable ReadModel opened;

    /** Connects to nothing yet. {@code wantedVersion} is 0 for the live one, or 1 where there is none. */
    PostgresReadModels(
            DataSource dataSource,
            TransactionOperations<Connection> transactions,
            ReadVersions versions,
            Currencies currencies,
            Mart mart,
            int wantedVersion) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.versions = versions;
        this.currencies = currencies;
        this.mart = mart;
        this.wantedVersion = wantedVersion;
    }

    /**
     * The read model to project into.
     *
     * @throws ReadModelUnavailableException if the database does not answer.
     * @throws IllegalStateException if the version was made by a release with other tables.
     */
    @Override
    public synchronized ReadModel open() {
        if (opened == null) {
            opened = prepare();
        }
        return opened;
    }

    private ReadModel prepare() {
        try {
            migrate();
            ReadSchema schema = transactions.executeWrite(status -> prepare(status.getConnection()));
            return new PostgresReadModel(new Transactions(dataSource), schema);
        } catch (IllegalStateException ours) {
            throw ours;
        } catch (FlywayException | DataAccessException failure) {
            throw new ReadModelUnavailableException(String.valueOf(failure.getMessage()), failure);
        } catch (RuntimeException failure) {
            // Micronaut's ways to say that there is no connection have no common ancestor.
            throw new ReadModelUnavailableException(failure.toString(), failure);
        }
    }

    private void migrate() {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/projection")
                .defaultSchema("projection")
                .table("schema_history")
                .load()
                .migrate();
    }

    private ReadSchema prepare(Connection connection) throws SQLException {
        execute(connection, "select pg_advisory_xact_lock(" + LOCK + ")");
        currencies.complete();
        Optional<ReadVersion> live = versions.findByState(ReadVersion.State.LIVE);
        int number = wantedVersion > 0
                ? wantedVersion
                : live.map(ReadVersion::version).orElse(1);
        boolean isMissing = !exists(connection, number);
        ReadVersion version = isMissing ? create(connection, number) : known(number);
        boolean isLive = live.isEmpty() || live.get().version() == number;
        if (isLive && (isMissing || !ReadSchema.viewsHash().equals(version.viewsHash()))) {
            mart.show(connection, version);
        }
        return new ReadSchema(number);
    }

    private ReadVersion create(Connection connection, int number) throws SQLException {
        execute(connection, new ReadSchema(number).tables());
        ReadVersion fresh = ReadVersion.building(number);
        return versions.existsById(number) ? versions.update(fresh) : versions.save(fresh);
    }

    private ReadVersion known(int number) {
        ReadVersion version = versions.findById(number)
                .orElseThrow(() -> new IllegalStateException(
                        "schema read_" + number + " was not made by the projector: drop it or choose another version"));
        if (!version.tablesHash().equals(ReadSchema.tablesHash())) {
            throw new IllegalStateException("the tables of read_" + number + " were made by a release with other ones: "
                    + "rebuild into another version (projection.read-version), or drop schema read_" + number
                    + " cascade to fill it again from the log");
        }
        return version;
    }

    private static boolean exists(Connection connection, int number) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select to_regnamespace(?) is not null")) {
            statement.setString(1, new ReadSchema(number).name());
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
