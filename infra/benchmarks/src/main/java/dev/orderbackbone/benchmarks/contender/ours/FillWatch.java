package dev.orderbackbone.benchmarks.contender.ours;

import dev.orderbackbone.benchmarks.BenchFailure;
import dev.orderbackbone.benchmarks.contender.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Looks, five times a second and in a thread of its own, how many records have gone into a version of the read models that is being filled. What it
 * costs is one small query each time.
 */
public final class FillWatch implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final double NANOS_PER_SECOND = 1e9;

    private final Connection connection;
    private final String positions;
    private final Thread thread =
            Thread.ofPlatform().name("fill-watch").daemon().unstarted(this::run);
    private volatile boolean stopping;
    private volatile @Nullable SQLException failure;
    private volatile Filled filled = new Filled(0, 0);

    private FillWatch(Connection connection, int version) {
        this.connection = connection;
        this.positions = "read_" + version + ".positions";
    }

    /**
     * How far it came.
     *
     * @param records projected, ignored or parked.
     * @param seconds from when the version was there to its last record, by a clock that ticks five times a second.
     */
    public record Filled(long records, double seconds) {}

    /** The number of the version that comes next. */
    public static int nextVersion(Database database) {
        int[] next = new int[1];
        database.query("select max(version) + 1 from projection.read_versions", row -> next[0] = row.getInt(1));
        return next[0];
    }

    /** Begins; the version need not be there yet. */
    public static FillWatch start(Database database, int version) {
        try {
            FillWatch watch = new FillWatch(database.connect(), version);
            watch.thread.start();
            return watch;
        } catch (SQLException failed) {
            throw failed(failed);
        }
    }

    /** Records so far. */
    long records() {
        return filled.records();
    }

    /**
     * Ends it.
     *
     * @throws BenchFailure if it could not look, or the version was never there.
     */
    public Filled stop() throws InterruptedException {
        close();
        thread.join();
        if (failure != null) {
            throw failed(failure);
        }
        if (filled.records() == 0) {
            throw new BenchFailure("nothing was ever seen in " + positions);
        }
        return filled;
    }

    /** Ends it, and waits for nothing. */
    @Override
    public void close() {
        stopping = true;
        LockSupport.unpark(thread);
    }

    private void run() {
        try (connection;
                Statement statement = connection.createStatement()) {
            while (!stopping && !isThere(statement)) {
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
            long began = System.nanoTime();
            while (!stopping) {
                long records = records(statement);
                if (records > filled.records()) {
                    filled = new Filled(records, (System.nanoTime() - began) / NANOS_PER_SECOND);
                }
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
        } catch (SQLException failed) {
            failure = failed;
        }
    }

    private boolean isThere(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select to_regclass('" + positions + "') is not null")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private long records(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "select coalesce(sum(applied + ignored + parked), 0)::bigint from " + positions)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private static BenchFailure failed(SQLException failure) {
        return new BenchFailure("the version that is filled cannot be looked at: " + failure.getMessage(), failure);
    }
}
