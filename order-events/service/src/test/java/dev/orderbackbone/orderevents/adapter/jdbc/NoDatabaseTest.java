package dev.orderbackbone.orderevents.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderbackbone.orderevents.flow.OrderReader;
import dev.orderbackbone.orderevents.flow.ReadModelUnavailable;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With the service's own settings of the data source. */
class NoDatabaseTest {
    @Test
    @Timeout(60)
    void theServiceStartsWithoutItsDatabaseAndSaysThatItCannotBeAsked() {
        try (ApplicationContext context = ApplicationContext.builder("without-the-log")
                .deduceEnvironment(false)
                .properties(Map.of(
                        "saga.enabled", false, "datasources.default.url", "jdbc:postgresql://127.0.0.1:9/backbone"))
                .start()) {
            OrderReader reader = new JdbcOrderReader(context.getBean(DataSource.class));

            assertThatThrownBy(() -> reader.find("0123456789abcdefghjkmnpq")).isInstanceOf(ReadModelUnavailable.class);
            assertThatThrownBy(() -> reader.contentHashesOf(List.of("0123456789abcdefghjkmnpq")))
                    .isInstanceOf(ReadModelUnavailable.class);
        }
    }
}
