package dev.orderbackbone.benchmarks.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.benchmarks.contender.Database;
import dev.orderbackbone.benchmarks.cost.DatabaseCounters.Rows;
import dev.orderbackbone.testkit.Await;
import dev.orderbackbone.testkit.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatabaseCountersTest {
    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    @Test
    void countsWhatWasWrittenTableByTable() {
        Database database = new Database(POSTGRES.jdbcUrl(), POSTGRES.username(), POSTGRES.password());
        database.execute("create table counted (id int primary key, n int) with (fillfactor = 50)");
        database.execute("create table idle (id int)");
        DatabaseCounters before = DatabaseCounters.now(database, false);

        database.execute("insert into counted select i, 0 from generate_series(1, 10) i");
        database.execute("update counted set n = 1 where id <= 4");
        database.execute("delete from counted where id = 10");

        Await.until(() -> {
            DatabaseCounters since = DatabaseCounters.now(database, false).since(before);
            assertThat(since.tables()).containsOnlyKeys("counted").containsEntry("counted", new Rows(10, 4, 4, 1));
            assertThat(since.rows()).isEqualTo(15);
            assertThat(since.transactions()).isGreaterThanOrEqualTo(3);
            assertThat(since.walBytes()).isPositive();
        });
    }
}
