package dev.orderbackbone.benchmarks.contender.ours;

import dev.orderbackbone.benchmarks.BenchFailure;
import dev.orderbackbone.benchmarks.contender.Database;
import dev.orderbackbone.benchmarks.load.Latency;
import dev.orderbackbone.benchmarks.workload.MixedOrders;
import dev.orderbackbone.benchmarks.workload.Workload;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One client that asks the mart each {@link MartQuery} in turn, a little apart, in a thread of its own, until it is stopped. */
public final class MartClient implements AutoCloseable {
    private static final Duration APART = Duration.ofMillis(50);
    private static final int ROUNDS_BEFORE = 5;
    private static final long SEED = 42;

    private final Connection connection;
    private final int orders;
    private final Workload workload = new MixedOrders();
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Map<MartQuery, Latency.Recorder> times = new EnumMap<>(MartQuery.class);
    private final Thread thread =
            Thread.ofPlatform().name("mart-client").daemon().unstarted(this::run);
    private volatile long rounds;
    private volatile boolean stopping;
    private volatile @Nullable SQLException failure;

    private MartClient(Connection connection, int orders) {
        this.connection = connection;
        this.orders = orders;
        for (MartQuery query : MartQuery.values()) {
            times.put(query, new Latency.Recorder());
        }
    }

    /**
     * What became of one query.
     *
     * @param count how often it was asked.
     */
    public record Answered(long count, Latency latency) {}

    /**
     * Begins; some rounds are asked before this returns, and not counted.
     *
     * @param orders about which it asks: those with numbers below this, 1 or more.
     */
    public static MartClient start(Database database, int orders) {
        try {
            MartClient client = new MartClient(database.connect(), orders);
            for (int round = 0; round < ROUNDS_BEFORE; round++) {
                for (MartQuery query : MartQuery.values()) {
                    client.ask(query);
                }
            }
            client.thread.start();
            return client;
        } catch (SQLException failed) {
            throw failed(failed);
        }
    }

    /** Rounds that were asked to their end so far. */
    long rounds() {
        return rounds;
    }

    /**
     * Ends it.
     *
     * @throws BenchFailure if a query failed.
     */
    public Map<MartQuery, Answered> stop() throws InterruptedException {
        close();
        thread.join();
        if (failure != null) {
            throw failed(failure);
        }
        Map<MartQuery, Answered> answered = new EnumMap<>(MartQuery.class);
        times.forEach((query, recorder) -> answered.put(query, new Answered(recorder.count(), recorder.latency())));
        return answered;
    }

    /** Ends it, and waits for nothing. */
    @Override
    public void close() {
        stopping = true;
    }

    private void run() {
        long told = 0;
        try (connection) {
            while (!stopping) {
                for (Map.Entry<MartQuery, Latency.Recorder> query : times.entrySet()) {
                    long began = System.nanoTime();
                    ask(query.getKey());
                    query.getValue().add(System.nanoTime() - began);
                    LockSupport.parkNanos(APART.toNanos());
                }
                told++;
                rounds = told;
            }
        } catch (SQLException failed) {
            failure = failed;
        }
    }

    private void ask(MartQuery query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query.sql())) {
            String parameter = query.parameter(workload.order(random.nextInt(orders)));
            if (parameter != null) {
                statement.setString(1, parameter);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    rows.getString(1);
                }
            }
        }
    }

    private static BenchFailure failed(SQLException failure) {
        return new BenchFailure("the mart cannot be asked: " + failure.getMessage(), failure);
    }
}
