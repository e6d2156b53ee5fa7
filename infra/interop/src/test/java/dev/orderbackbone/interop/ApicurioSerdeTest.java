package dev.orderbackbone.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.codec.ContractSchemas;
import dev.orderbackbone.schemas.codec.RandomRecords;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.MessageSerializer;
import io.apicurio.registry.resolver.ParsedSchema;
import io.apicurio.registry.resolver.data.Record;
import io.apicurio.registry.resolver.strategy.ArtifactReference;
import io.apicurio.registry.resolver.strategy.ArtifactReferenceResolverStrategy;
import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import io.apicurio.registry.serde.data.SerdeRecord;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Apicurio's serde with its defaults (ids of four bytes in the value, no registration) but for two: subjects are named as Confluent does, and a schema
 * is one text, not a tree of references.
 */
@ExtendWith(RealRegistry.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApicurioSerdeTest {
    private static final int INSTANCES = 10;

    private final MessageSerializer ourSerializer;
    private final MessageDeserializer ourDeserializer;
    private final AvroKafkaSerializer<GenericRecord> theirSerializer = new AvroKafkaSerializer<>();
    private final AvroKafkaDeserializer<GenericRecord> theirDeserializer = new AvroKafkaDeserializer<>();

    /** Confluent's subject of a topic with several record types, as Apicurio names artifacts. */
    public static final class TopicRecordNames implements ArtifactReferenceResolverStrategy<Schema, Object> {
        @Override
        public ArtifactReference artifactReference(Record<Object> data, ParsedSchema<Schema> schema) {
            String topic = ((SerdeRecord<Object>) data).metadata().getTopic();
            return ArtifactReference.builder()
                    .artifactId(topic + "-" + schema.getParsedSchema().getFullName())
                    .build();
        }
    }

    ApicurioSerdeTest(RealRegistry.Running registry) {
        ourSerializer = MessageSerializer.create(registry.client());
        ourDeserializer = MessageDeserializer.create(registry.client());
        Map<String, Object> settings = Map.of(
                "apicurio.registry.url", registry.nativeUrl(),
                "apicurio.registry.dereference-schema", true,
                "apicurio.registry.artifact-resolver-strategy", TopicRecordNames.class.getName());
        theirSerializer.configure(settings, false);
        theirDeserializer.configure(settings, false);
    }

    @AfterAll
    void close() {
        theirSerializer.close();
        theirDeserializer.close();
    }

    static Stream<Class<? extends Message>> types() {
        return Topics.types();
    }

    @ParameterizedTest
    @MethodSource("types")
    void eachReadsWhatTheOtherWrites(Class<? extends Message> type) {
        String topic = Topics.of(type).name();
        RandomRecords records = new RandomRecords(new Random(type.getName().hashCode()));
        for (int instance = 0; instance < INSTANCES; instance++) {
            Message message = records.next(type);
            byte[] ours = ourSerializer.serialize(message);

            GenericRecord read = theirDeserializer.deserialize(topic, ours);
            byte[] theirs = theirSerializer.serialize(topic, read);

            assertThat(read.getSchema()).isEqualTo(ContractSchemas.of(type));
            assertThat(GenericData.get().validate(read.getSchema(), read)).isTrue();
            assertThat(theirs).isEqualTo(ours);
            assertThat(ourDeserializer.deserialize(theirs)).isEqualTo(message);
        }
    }
}
