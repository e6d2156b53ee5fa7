package dev.orderbackbone.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.codec.RandomRecords;
import dev.orderbackbone.schemas.registry.InMemorySchemaRegistry;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EveryTypeRoundTripTest {
    private static final int INSTANCES = 300;
    private static final InMemorySchemaRegistry REGISTRY = InMemorySchemaRegistry.withContract();

    private final MessageSerializer serializer = MessageSerializer.create(REGISTRY);
    private final MessageDeserializer deserializer = MessageDeserializer.create(REGISTRY);

    static Stream<Class<? extends Message>> types() {
        return Topics.types();
    }

    @ParameterizedTest
    @MethodSource("types")
    void whatIsReadEqualsWhatWasWritten(Class<? extends Message> type) {
        RandomRecords records = new RandomRecords(new Random(type.getName().hashCode()));
        for (int instance = 0; instance < INSTANCES; instance++) {
            Message written = records.next(type);

            Message read = deserializer.deserialize(serializer.serialize(written));

            assertThat(read).isEqualTo(written);
        }
    }
}
