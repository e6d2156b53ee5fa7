package dev.orderbackbone.operator.verify.history;

import dev.orderbackbone.operator.Endpoints;
import dev.orderbackbone.schemas.registry.SchemaRegistryClient;
import dev.orderbackbone.testkit.TestKafka;
import dev.orderbackbone.testkit.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A small history on a real broker and a real database, one for all test classes that only watch. They may add records of their own, but none that
 * another of them would see. To be registered as a static extension.
 */
public final class InstalledHistory implements BeforeAllCallback {
    private static final String UNUSED = "http://127.0.0.1:1";

    private @Nullable Started started;

    @Override
    public void beforeAll(ExtensionContext context) {
        started = context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(Started.class, any -> Started.start(context), Started.class);
    }

    /** The broker. */
    public TestKafka kafka() {
        return started().kafka();
    }

    /** What is there: orders that wait for the warehouse, and one of whose records is parked. */
    public History history() {
        return started().history();
    }

    /** Where it is; nobody listens where an address is not Kafka's or the database's. */
    public Endpoints endpoints() {
        TestPostgres postgres = started().postgres();
        return new Endpoints(
                kafka().bootstrapServers(),
                Map.of(),
                postgres.jdbcUrl(),
                postgres.username(),
                postgres.password(),
                UNUSED,
                UNUSED,
                UNUSED,
                UNUSED,
                Path.of(""));
    }

    /** The schemas. */
    public SchemaRegistryClient registry() {
        return kafka().registry();
    }

    private Started started() {
        return Objects.requireNonNull(started, "not started");
    }

    private record Started(ExtensionContext context, TestKafka kafka, TestPostgres postgres, History history)
            implements AutoCloseable {
        static Started start(ExtensionContext context) {
            Started made = new Started(
                    context,
                    TestKafka.withPartitions(History.PARTITIONS),
                    new TestPostgres(),
                    History.of(301, 6, Plot.WAITING, Plot.PARKED));
            try {
                made.kafka.beforeAll(context);
                made.postgres.beforeAll(context);
                try (Connection database = made.postgres.connect()) {
                    Installation.install(made.history, made.kafka, database, Files.createTempDirectory("history"));
                }
            } catch (Exception failure) {
                made.close();
                throw new IllegalStateException("the history could not be installed", failure);
            }
            return made;
        }

        @Override
        public void close() {
            postgres.afterAll(context);
            kafka.afterAll(context);
        }
    }
}
