package dev.orderbackbone.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.order.OrderExpired;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.codec.ContractSchemas;
import dev.orderbackbone.schemas.codec.RandomRecords;
import dev.orderbackbone.schemas.registry.HttpSchemaRegistryClient;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.MessageSerializer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import org.apache.flink.avro.shaded.org.apache.avro.Schema;
import org.apache.flink.avro.shaded.org.apache.avro.generic.GenericDatumReader;
import org.apache.flink.avro.shaded.org.apache.avro.generic.GenericDatumWriter;
import org.apache.flink.avro.shaded.org.apache.avro.generic.GenericRecord;
import org.apache.flink.avro.shaded.org.apache.avro.io.BinaryEncoder;
import org.apache.flink.avro.shaded.org.apache.avro.io.DecoderFactory;
import org.apache.flink.avro.shaded.org.apache.avro.io.EncoderFactory;
import org.apache.flink.formats.avro.registry.confluent.ConfluentSchemaRegistryCoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Confluent's client, Flink's reader and writer of Confluent's wire format on top of it, and the Avro that they bring along. */
@ExtendWith(RealRegistry.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConfluentClientTest {
    private static final int INSTANCES = 10;
    private static final int REMEMBERED_SCHEMAS = 1_000;

    private final HttpSchemaRegistryClient ourClient;
    private final MessageSerializer ourSerializer;
    private final MessageDeserializer ourDeserializer;
    private final CachedSchemaRegistryClient theirClient;

    ConfluentClientTest(RealRegistry.Running registry) {
        ourClient = registry.client();
        ourSerializer = MessageSerializer.create(ourClient);
        ourDeserializer = MessageDeserializer.create(ourClient);
        theirClient = new CachedSchemaRegistryClient(registry.url(), REMEMBERED_SCHEMAS);
    }

    static Stream<Class<? extends Message>> types() {
        return Topics.types();
    }

    @ParameterizedTest
    @MethodSource("types")
    void eachReadsWhatTheOtherWrites(Class<? extends Message> type) throws IOException {
        ConfluentSchemaRegistryCoder coder = new ConfluentSchemaRegistryCoder(subjectOf(type), theirClient);
        RandomRecords records = new RandomRecords(new Random(type.getName().hashCode()));
        for (int instance = 0; instance < INSTANCES; instance++) {
            Message message = records.next(type);
            byte[] ours = ourSerializer.serialize(message);

            GenericRecord read = read(coder, ours);
            byte[] theirs = write(coder, read);

            assertThat(read.getSchema().getFullName()).isEqualTo(type.getName());
            assertThat(theirs).isEqualTo(ours);
            assertThat(ourDeserializer.deserialize(theirs)).isEqualTo(message);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void bothKnowTheSameIds(Class<? extends Message> type) throws IOException, RestClientException {
        AvroSchema theirs = new AvroSchema(ContractSchemas.of(type).toString());

        int id = theirClient.getId(subjectOf(type), theirs);

        assertThat(ourClient.idOf(subjectOf(type), ContractSchemas.of(type))).hasValue(id);
        assertThat(theirClient.getSchemaById(id).canonicalString()).isEqualTo(theirs.canonicalString());
    }

    @Test
    void whatTheyRegisterWeFind() throws IOException, RestClientException {
        String subject = "theirs-" + OrderExpired.class.getName();

        int id = theirClient.register(
                subject, new AvroSchema(ContractSchemas.of(OrderExpired.class).toString()));

        assertThat(ourClient.idOf(subject, ContractSchemas.of(OrderExpired.class)))
                .hasValue(id);
    }

    private static String subjectOf(Class<? extends Message> type) {
        return Topics.of(type).subjectOf(type);
    }

    private static GenericRecord read(ConfluentSchemaRegistryCoder coder, byte[] bytes) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        Schema schema = coder.readSchema(in);
        return new GenericDatumReader<GenericRecord>(schema)
                .read(null, DecoderFactory.get().binaryDecoder(in, null));
    }

    private static byte[] write(ConfluentSchemaRegistryCoder coder, GenericRecord record) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        coder.writeSchema(record.getSchema(), out);
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
        encoder.flush();
        return out.toByteArray();
    }
}
