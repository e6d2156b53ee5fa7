package dev.orderbackbone.benchmarks.contender.ours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderbackbone.benchmarks.BenchFailure;
import dev.orderbackbone.benchmarks.contender.Database;
import dev.orderbackbone.testkit.Await;
import dev.orderbackbone.testkit.TestPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FillWatchTest {
    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    private final Database database = new Database(POSTGRES.jdbcUrl(), POSTGRES.username(), POSTGRES.password());

    @BeforeEach
    void beginAnew() {
        database.execute("drop schema if exists read_2 cascade");
    }

    @Test
    void countsWhatHasGoneIntoAVersionThatWasNotThereYet() throws InterruptedException {
        try (FillWatch watch = FillWatch.start(database, 2)) {
            database.execute("create schema read_2");
            database.execute("create table read_2.positions (applied bigint, ignored bigint, parked bigint)");
            database.execute("insert into read_2.positions values (10, 2, 0), (20, 0, 1)");
            Await.until(() -> assertThat(watch.records()).isEqualTo(33));
            database.execute("update read_2.positions set applied = 100 where applied = 10");
            Await.until(() -> assertThat(watch.records()).isEqualTo(123));

            FillWatch.Filled filled = watch.stop();

            assertThat(filled.records()).isEqualTo(123);
            assertThat(filled.seconds()).isPositive();
        }
    }

    @Test
    void hasNoResultWhereNothingWasFilled() {
        try (FillWatch watch = FillWatch.start(database, 2)) {
            assertThatThrownBy(watch::stop).isInstanceOf(BenchFailure.class).hasMessageContaining("read_2");
        }
    }
}
