package dev.orderbackbone.operator.projections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.projection.operations.ReadModelOperations;
import dev.orderbackbone.projection.operations.ReadModelOperations.Database;
import dev.orderbackbone.projection.operations.VersionStatus;
import dev.orderbackbone.runtime.KafkaSettings;
import dev.orderbackbone.testkit.TestPostgres;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReadModelsOfTest {
    @RegisterExtension
    static final TestPostgres postgres = new TestPostgres();

    /** They are on the class path for their deciders. There is no broker and no registry here, which they would wait for. */
    @Test
    @Timeout(60)
    void whoAsksForReadModelsStartsNoneOfTheServices() throws InterruptedException {
        ReadModelOperations operations = ReadModelOperations.connect(
                new Database(postgres.jdbcUrl(), postgres.username(), postgres.password()),
                new KafkaSettings("127.0.0.1:1", Map.of()),
                () -> {
                    throw new AssertionError("nothing is to be read");
                });

        try (ReadModelsOf readModels = new ReadModelsOf(operations)) {
            List<VersionStatus> versions =
                    readModels.ask(asked -> asked.versions().all());
            assertThat(versions).isEmpty();
        }
    }
}
