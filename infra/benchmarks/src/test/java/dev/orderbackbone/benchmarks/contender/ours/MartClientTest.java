package dev.orderbackbone.benchmarks.contender.ours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderbackbone.benchmarks.BenchFailure;
import dev.orderbackbone.benchmarks.contender.Database;
import dev.orderbackbone.benchmarks.contender.ours.MartClient.Answered;
import dev.orderbackbone.testkit.Await;
import dev.orderbackbone.testkit.TestPostgres;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MartClientTest {
    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    private final Database database = new Database(POSTGRES.jdbcUrl(), POSTGRES.username(), POSTGRES.password());

    @BeforeEach
    void makeMart() {
        database.execute("drop schema if exists mart cascade");
        database.execute("create schema mart");
        database.execute("create table mart.order_events (order_id text, sequence integer)");
        database.execute(
                "create table mart.orders (order_id text, customer_id text, placed_at timestamptz, status text,"
                        + " fulfilment_status text, total numeric)");
    }

    @Test
    void asksEveryQueryUntilItIsStopped() throws InterruptedException {
        Map<MartQuery, Answered> answered;
        try (MartClient client = MartClient.start(database, 1)) {
            Await.until(() -> assertThat(client.rounds()).isGreaterThanOrEqualTo(3));
            answered = client.stop();
        }

        assertThat(answered).containsOnlyKeys(MartQuery.values());
        assertThat(answered.values()).allSatisfy(query -> {
            assertThat(query.count()).isGreaterThanOrEqualTo(3);
            assertThat(query.latency().p99()).isPositive();
        });
    }

    @Test
    void saysThatTheMartCannotBeAsked() {
        database.execute("drop schema mart cascade");

        assertThatThrownBy(() -> MartClient.start(database, 1))
                .isInstanceOf(BenchFailure.class)
                .hasMessageContaining("mart");
    }
}
