package dev.orderbackbone.projection.adapter;

import dev.orderbackbone.projection.flow.ReadModel;
import dev.orderbackbone.projection.flow.ReadModelUnavailableException;
import dev.orderbackbone.projection.flow.ReadModels;
import dev.orderbackbone.projection.operations.VersionState;
import dev.orderbackbone.projection.operations.VersionStatus;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/**
 * The read models in PostgreSQL. Brings the bookkeeping up to date (Flyway), makes the tables of a version where they are missing, and lets
 * the mart show it where it shows nothing yet. Whoever starts at the same time waits.
 */
public final class PostgresReadModels implements ReadModels {
    private final DataSource dataSource;
    private final TransactionOperations<Connection> transactions;
    private final ReadVersions versions;
    private final Currencies currencies;
    private final Clock clock;
    private final int wantedVersion;
    private final VersionStatus.@Nullable Part part;
    private @Nullable Opened opened;

    /** Connects to nothing yet. {@code wantedVersion} is 0 for the live one, or 1 where there is none. */
    PostgresReadModels(
            DataSource dataSource,
            TransactionOperations<Connection> transactions,
            ReadVersions versions,
            Currencies currencies,
            Clock clock,
            int wantedVersion) {
        this(dataSource, transactions, versions, currencies, clock, wantedVersion, null);
    }

    /** As before; with a {@code part}, a version that holds that part of the log, where it is not null. */
    PostgresReadModels(
            DataSource dataSource,
            TransactionOperations<Connection> transactions,
            ReadVersions versions,
            Currencies currencies,
            Clock clock,
            int wantedVersion,
            VersionStatus.@Nullable Part part) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.versions = versions;
        this.currencies = currencies;
        this.clock = clock;
        this.wantedVersion = wantedVersion;
        this.part = part;
    }

    /** A version, and what projects into it. */
    private record Opened(int version, ReadModel readModel) {}

    /**
     * The read model to project into: another one than the last time where another version has become the live one since.
     *
     * @throws ReadModelUnavailableException if the database does not answer.
     * @throws IllegalStateException if the version was made by a release with other tables.
     */
    @Override
    public synchronized ReadModel open() {
        try {
            if (opened == null || !isStillWanted(opened.version())) {
                opened = prepare();
            }
            return opened.readModel();
        } catch (RuntimeException failure) {
            // When it answers again, it may be another database, with nothing in it.
            opened = null;
            throw translated(failure);
        }
    }

    private static RuntimeException translated(RuntimeException failure) {
        return switch (failure) {
            case IllegalStateException ours -> ours;
            case FlywayException said -> new ReadModelUnavailableException(String.valueOf(said.getMessage()), said);
            case DataAccessException said -> new ReadModelUnavailableException(String.valueOf(said.getMessage()), said);
            // Micronaut's ways to say that there is no connection have no common ancestor.
            default -> new ReadModelUnavailableException(failure.toString(), failure);
        };
    }

    private boolean isStillWanted(int version) {
        if (wantedVersion > 0) {
            return versions.existsById(wantedVersion);
        }
        return versions.findByState(VersionState.LIVE)
                .filter(live -> live.version() == version)
                .isPresent();
    }

    private Opened prepare() {
        Bookkeeping.migrate(dataSource);
        ReadSchema schema = transactions.executeWrite(status -> prepare(status.getConnection()));
        return new Opened(schema.version(), new PostgresReadModel(new Transactions(dataSource), schema));
    }

    private ReadSchema prepare(Connection connection) throws SQLException {
        Bookkeeping.lock(connection);
        currencies.complete();
        Optional<ReadVersion> live = versions.findByState(VersionState.LIVE);
        int number = wantedVersion > 0
                ? wantedVersion
                : live.map(ReadVersion::version).orElse(1);
        boolean isMissing = !exists(connection, number);
        ReadVersion version = isMissing ? create(connection, number) : known(number);
        requireSamePart(version);
        boolean isLive = live.map(shown -> shown.version() == number).orElse(part == null);
        if (isLive && (isMissing || !ReadSchema.viewsHash().equals(version.viewsHash()))) {
            Mart.show(connection, number);
        }
        return new ReadSchema(number);
    }

    private ReadVersion create(Connection connection, int number) throws SQLException {
        execute(connection, new ReadSchema(number).tables());
        ReadVersion fresh = part == null
                ? ReadVersion.building(number, clock.instant())
                : ReadVersion.partial(number, part, clock.instant());
        return versions.existsById(number) ? versions.update(fresh) : versions.save(fresh);
    }

    private ReadVersion known(int number) {
        ReadVersion version = versions.findById(number)
                .orElseThrow(() -> new IllegalStateException(
                        "schema read_" + number + " was not made by the projector: drop it or choose another version"));
        if (!version.tablesHash().equals(ReadSchema.tablesHash())) {
            throw new IllegalStateException("the tables of read_" + number + " were made by a release with other ones: "
                    + "fill another version with this release ('backbone projections rebuild') and swap to it, "
                    + "or go on with that release");
        }
        return version;
    }

    private void requireSamePart(ReadVersion version) {
        String wanted = part == null ? null : part.mark();
        if (!Objects.equals(wanted, version.partMark())) {
            throw new IllegalStateException("read_" + version.version() + " holds "
                    + (version.part() == null ? "all of the log" : "a part of the log only: " + version.part()));
        }
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
