package dev.orderbackbone.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.codec.ContractCodecs;
import dev.orderbackbone.schemas.codec.ContractSchemas;
import dev.orderbackbone.schemas.codec.RandomRecords;
import dev.orderbackbone.schemas.registry.InMemorySchemaRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
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

    @ParameterizedTest
    @MethodSource("types")
    void avrosOwnReaderAndWriterAgreeWithEveryByte(Class<? extends Message> type) throws IOException {
        RandomRecords records = new RandomRecords(new Random(type.getName().hashCode()));
        Schema schema = ContractSchemas.of(type);
        for (int instance = 0; instance < INSTANCES; instance++) {
            byte[] ours = encode(type, records);

            assertThat(writtenByAvro(readByAvro(ours, schema), schema)).isEqualTo(ours);
        }
    }

    private static <T extends Message> byte[] encode(Class<T> type, RandomRecords records) {
        return ContractCodecs.of(type).encode(records.next(type));
    }

    private static GenericRecord readByAvro(byte[] bytes, Schema schema) throws IOException {
        return new GenericDatumReader<GenericRecord>(schema)
                .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
    }

    private static byte[] writtenByAvro(GenericRecord record, Schema schema) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(schema).write(record, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }
}
