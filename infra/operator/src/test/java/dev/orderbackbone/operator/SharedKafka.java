package dev.orderbackbone.operator;

import dev.orderbackbone.testkit.TestKafka;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One broker for all test classes that mind each other: they use orders, groups and topics of their own, and count nothing on topics of the catalogue. To
 * be registered as a static extension.
 */
public final class SharedKafka implements BeforeAllCallback {
    private static final int PARTITIONS = 2;

    private @Nullable Started started;

    @Override
    public void beforeAll(ExtensionContext context) {
        started = context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(Started.class, any -> Started.start(context), Started.class);
    }

    /** The broker. */
    public TestKafka kafka() {
        return Objects.requireNonNull(started, "not started").kafka();
    }

    private record Started(ExtensionContext context, TestKafka kafka) implements AutoCloseable {
        static Started start(ExtensionContext context) {
            Started made = new Started(context, TestKafka.withPartitions(PARTITIONS));
            try {
                made.kafka.beforeAll(context);
            } catch (Exception failure) {
                made.close();
                throw new IllegalStateException("the broker did not start", failure);
            }
            return made;
        }

        @Override
        public void close() {
            kafka.afterAll(context);
        }
    }
}
