package dev.orderbackbone.benchmarks.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.benchmarks.contender.Database;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.testkit.TestKafka;
import dev.orderbackbone.testkit.TestPostgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class BareConsumerTest {
    @RegisterExtension
    static final TestKafka KAFKA = TestKafka.withPartitions(1);

    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    private final Database database = new Database(POSTGRES.jdbcUrl(), POSTGRES.username(), POSTGRES.password());

    @TempDir
    Path folder;

    @Test
    void copiesTheRowsOfTheLiveVersionAndLeavesNothingBehind() {
        database.execute("create schema projection");
        database.execute("create table projection.read_versions (version integer, state text)");
        database.execute("insert into projection.read_versions values (3, 'LIVE'), (2, 'RETIRED')");
        database.execute("create schema read_3");
        database.execute("create table read_3.positions (topic text)");
        database.execute("insert into read_3.positions values ('" + Topics.ORDERS_EVENTS.name() + "')");
        database.execute("create table read_3.orders (order_id text primary key, quantities integer[])");
        database.execute("insert into read_3.orders select n::text, array[n, n] from generate_series(1, 100) n");
        database.execute("create table read_3.refusals (order_id text)");

        BareConsumer.Done done = new BareConsumer(database, folder).run(KAFKA.clientProperties(), KAFKA.registry());

        assertThat(done.rows()).isEqualTo(100);
        assertThat(done.copySeconds()).isPositive();
        assertThat(done.reading().records()).isZero();
        assertThat(folder).isEmptyDirectory();
        List<String> left = new ArrayList<>();
        database.query("select nspname from pg_namespace where nspname = 'bare'", row -> left.add(row.getString(1)));
        assertThat(left).isEmpty();
    }
}
