package dev.orderbackbone.projection.adapter;

import dev.orderbackbone.projection.flow.ReadModel;
import dev.orderbackbone.projection.flow.ReadModels;
import dev.orderbackbone.projection.operations.BusyException;
import dev.orderbackbone.projection.operations.Comparison;
import dev.orderbackbone.projection.operations.RefusedException;
import dev.orderbackbone.projection.operations.UnreachableException;
import dev.orderbackbone.projection.operations.VersionState;
import dev.orderbackbone.projection.operations.VersionStatus;
import dev.orderbackbone.projection.operations.VersionStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/** The versions in PostgreSQL. */
final class PostgresVersions implements VersionStore {
    /** What a swap has answered must be there after a crash of the database as well. */
    private static final String FOR_GOOD = "set local synchronous_commit to on";

    /** The projector writes positions in short transactions; whoever else has the table does not matter here. */
    private static final String LOCK_POSITIONS =
            "set local lock_timeout = '5s'; lock table ${schema}.positions in exclusive mode";

    private static final String LOCK_TIMED_OUT = "55P03";
    private static final String CANCELED = "57014";
    private static final String DEPENDED_ON = "2BP01";
    private static final Set<String> BUSY = Set.of(LOCK_TIMED_OUT, CANCELED);

    private final DataSource dataSource;
    private final Opener readModels;

    /** Connects to nothing yet. {@code readModels} are those of a version. */
    PostgresVersions(DataSource dataSource, Opener readModels) {
        this.dataSource = dataSource;
        this.readModels = readModels;
    }

    /** The read models of one version. */
    @FunctionalInterface
    interface Opener {
        /** Of a version that holds all of the log, or where that is not null a part of it. */
        ReadModels of(int version, VersionStatus.@Nullable Part part);
    }

    /** Work in a transaction. */
    private interface Work<T> {
        T in(Connection connection) throws SQLException, InterruptedException;
    }

    @Override
    public List<VersionStatus> all() {
        return run(connection -> {
            if (!VersionRows.areThere(connection)) {
                return List.of();
            }
            bringUpToDate();
            return VersionRows.read(connection);
        });
    }

    @Override
    public Map<TopicPartition, Long> positions(int version) {
        return run(connection -> VersionRows.positionsOf(connection, version));
    }

    @Override
    public ReadModel open(int version) {
        return readModels.of(version, null).open();
    }

    @Override
    public ReadModel openPart(int version, VersionStatus.Part part) {
        try {
            return readModels.of(version, part).open();
        } catch (IllegalStateException other) {
            throw new RefusedException(String.valueOf(other.getMessage()));
        }
    }

    @Override
    public void showPart(int version) {
        run(connection -> {
            Bookkeeping.lock(connection);
            Mart.showPart(connection, version);
            return version;
        });
    }

    @Override
    public void built(int version) {
        run(connection -> {
            for (String table : VersionRows.tablesOf(connection, version)) {
                execute(connection, "analyze " + new ReadSchema(version).name() + "." + table);
            }
            VersionRows.built(connection, version);
            return version;
        });
    }

    /** The positions are locked for a moment only: what is compared after that is a snapshot. */
    @Override
    public Comparison compare(int live, int other, CatchUp catchUp) throws InterruptedException {
        try (Connection snapshot = dataSource.getConnection()) {
            snapshot.setAutoCommit(false);
            snapshot.setReadOnly(true);
            snapshot.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            runInterruptibly(connection -> {
                Map<TopicPartition, Long> positions = holdStill(connection, live, catchUp);
                if (!VersionRows.positionsOf(snapshot, other).equals(positions)) {
                    throw new BusyException("read_" + other + " is ahead of read_" + live
                            + ": they cannot be compared before that one is where it is");
                }
                return positions;
            });
            return VersionComparison.of(snapshot, live, other);
        } catch (SQLException failure) {
            throw translated(failure);
        }
    }

    @Override
    public void swap(int live, int other, CatchUp catchUp) throws InterruptedException {
        runInterruptibly(connection -> {
            execute(connection, FOR_GOOD);
            Bookkeeping.lock(connection);
            requireState(connection, live, VersionState.LIVE);
            Map<TopicPartition, Long> positions = holdStill(connection, live, catchUp);
            new PositionRows(new ReadSchema(live)).release(connection);
            new PositionRows(new ReadSchema(other)).release(connection);
            Mart.show(connection, other);
            return positions;
        });
    }

    @Override
    public boolean isTaken(int version) {
        return run(connection -> new PositionRows(new ReadSchema(version)).areTaken(connection));
    }

    /** Tables are dropped one by one, and not with what depends on them: what the mart shows cannot be dropped by mistake. */
    @Override
    public void drop(int version) {
        run(connection -> {
            execute(connection, FOR_GOOD);
            Bookkeeping.lock(connection);
            execute(connection, "set local lock_timeout = '5s'");
            VersionState state = VersionRows.stateOf(connection, version);
            if (state == VersionState.LIVE) {
                throw new RefusedException("read_" + version + " is live");
            }
            if (state == VersionState.PARTIAL) {
                Mart.hidePart(connection, version);
            }
            for (String table : VersionRows.tablesOf(connection, version)) {
                execute(connection, "drop table " + new ReadSchema(version).name() + "." + table);
            }
            execute(connection, "drop schema if exists " + new ReadSchema(version).name());
            VersionRows.delete(connection, version);
            return version;
        });
    }

    private void bringUpToDate() {
        try {
            Bookkeeping.migrate(dataSource);
        } catch (FlywayException failure) {
            throw new UnreachableException(failure);
        }
    }

    /** From here to the end of the transaction the projector of the live version waits, and the other one stands where that one does. */
    private static Map<TopicPartition, Long> holdStill(Connection connection, int live, CatchUp catchUp)
            throws SQLException, InterruptedException {
        execute(connection, new ReadSchema(live).in(LOCK_POSITIONS));
        Map<TopicPartition, Long> positions = VersionRows.positionsOf(connection, live);
        if (!catchUp.upTo(positions)) {
            throw new BusyException("what came in the meantime could not be caught up with in time");
        }
        return positions;
    }

    private static void requireState(Connection connection, int version, VersionState wanted) throws SQLException {
        if (VersionRows.stateOf(connection, version) != wanted) {
            throw new RefusedException("read_" + version + " is not " + wanted + " any more");
        }
    }

    private <T> T run(Work<T> work) {
        try {
            return runInterruptibly(work);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException("nothing here waits for more than the database", interrupted);
        }
    }

    private <T> T runInterruptibly(Work<T> work) throws InterruptedException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.in(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException | InterruptedException failure) {
                rollBack(connection, failure);
                throw failure;
            }
        } catch (SQLException failure) {
            throw translated(failure);
        }
    }

    private static void rollBack(Connection connection, Exception failure) {
        try {
            connection.rollback();
        } catch (SQLException broken) {
            failure.addSuppressed(broken);
        }
    }

    private static RuntimeException translated(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (BUSY.contains(state)) {
            return new BusyException("queries, or another tool, hold what is needed: " + failure.getMessage());
        }
        return DEPENDED_ON.equals(state)
                ? new RefusedException(String.valueOf(failure.getMessage()))
                : new UnreachableException(failure);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
