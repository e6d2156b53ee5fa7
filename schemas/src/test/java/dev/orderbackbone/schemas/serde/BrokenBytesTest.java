package dev.orderbackbone.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.codec.ContractSchemas;
import dev.orderbackbone.schemas.codec.RandomRecords;
import dev.orderbackbone.schemas.registry.InMemorySchemaRegistry;
import dev.orderbackbone.schemas.serde.UndecodableException.Reason;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is done to the bytes, the answer is a record or an {@link UndecodableException}, at the cost of a whole message. */
class BrokenBytesTest {
    private static final int INSTANCES = 4;
    private static final int FLIPS = 200;
    private static final InMemorySchemaRegistry REGISTRY = InMemorySchemaRegistry.withContract();

    private final MessageSerializer serializer = MessageSerializer.create(REGISTRY);
    private final MessageDeserializer deserializer = MessageDeserializer.create(REGISTRY);

    static Stream<Class<? extends Message>> types() {
        return Topics.types();
    }

    @ParameterizedTest
    @MethodSource("types")
    void aMessageCutAtAnyByteIsTruncated(Class<? extends Message> type) {
        RandomRecords records = new RandomRecords(new Random(1));
        for (int instance = 0; instance < INSTANCES; instance++) {
            byte[] whole = serializer.serialize(records.next(type));
            for (int length = 0; length < whole.length; length += 1 + whole.length / 1_000) {
                byte[] cut = Arrays.copyOf(whole, length);

                UndecodableException refusal =
                        catchThrowableOfType(UndecodableException.class, () -> deserializer.deserialize(cut));

                assertThat(refusal.reason()).isEqualTo(Reason.TRUNCATED);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void aMessageWithMoreBytesThanItNeedsIsCorrupt(Class<? extends Message> type) {
        byte[] whole = serializer.serialize(new RandomRecords(new Random(2)).next(type));
        byte[] longer = Arrays.copyOf(whole, whole.length + 1);

        UndecodableException refusal =
                catchThrowableOfType(UndecodableException.class, () -> deserializer.deserialize(longer));

        assertThat(refusal.reason()).isEqualTo(Reason.CORRUPT);
        assertThat(refusal.typeName()).contains(type.getName());
    }

    @ParameterizedTest
    @MethodSource("types")
    void flippedBitsGiveARecordOrARefusal(Class<? extends Message> type) {
        Random random = new Random(3);
        RandomRecords records = new RandomRecords(random);
        for (int flip = 0; flip < FLIPS; flip++) {
            byte[] bytes = serializer.serialize(records.next(type));
            for (int count = 1 + random.nextInt(3); count > 0; count--) {
                int position = WireFormat.HEADER_BYTES + random.nextInt(bytes.length - WireFormat.HEADER_BYTES);
                bytes[position] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            }
            assertThat(recordOrRefusal(bytes)).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void noiseCostsNoMoreMemoryThanAWholeMessageOfItsSize(Class<? extends Message> type) {
        Random random = new Random(4);
        byte[] header =
                Arrays.copyOf(serializer.serialize(new RandomRecords(random).next(type)), WireFormat.HEADER_BYTES);
        recordOrRefusal(header); // the first message of a type makes its codec
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int attempt = 0; attempt < FLIPS; attempt++) {
            byte[] noise = new byte[200];
            random.nextBytes(noise);
            System.arraycopy(header, 0, noise, 0, header.length);
            long before = threads.getCurrentThreadAllocatedBytes();
            assertThat(recordOrRefusal(noise)).isTrue();
            assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(200_000);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void bytesOfANewerReleaseAreNoLessSafe(Class<? extends Message> type) {
        byte[] header = WireFormat.header(REGISTRY.register("newer", newer(ContractSchemas.of(type))));
        Random random = new Random(5);
        RandomRecords records = new RandomRecords(random);
        for (int attempt = 0; attempt < FLIPS; attempt++) {
            byte[] bytes = serializer.serialize(records.next(type));
            byte[] newer = Arrays.copyOf(bytes, bytes.length + 1); // the new field: an int of 0
            System.arraycopy(header, 0, newer, 0, header.length);
            assertThat(deserializer.deserialize(newer)).isEqualTo(deserializer.deserialize(bytes));

            int position = WireFormat.HEADER_BYTES + random.nextInt(newer.length - WireFormat.HEADER_BYTES);
            newer[position] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            assertThat(recordOrRefusal(newer)).isTrue();
        }
    }

    private static Schema newer(Schema schema) {
        List<Schema.Field> fields = new ArrayList<>();
        schema.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
        fields.add(new Schema.Field("addedLater", Schema.create(Schema.Type.INT), "New.", 0));
        return Schema.createRecord(schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields);
    }

    @Test
    void bytesThatStartOtherwiseHaveNoMagicByte() {
        assertThat(reasonFor(new byte[] {1, 0, 0, 0, 1, 0})).isEqualTo(Reason.NO_MAGIC_BYTE);
        assertThat(reasonFor("{\"json\":true}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Reason.NO_MAGIC_BYTE);
    }

    @Test
    void noValueAndNoBytesAreToldApart() {
        assertThat(reasonFor(null)).isEqualTo(Reason.NULL_VALUE);
        assertThat(reasonFor(new byte[0])).isEqualTo(Reason.TRUNCATED);
        assertThat(reasonFor(new byte[] {0, 0, 0, 0})).isEqualTo(Reason.TRUNCATED);
    }

    private Reason reasonFor(byte @Nullable [] bytes) {
        return catchThrowableOfType(UndecodableException.class, () -> deserializer.deserialize(bytes))
                .reason();
    }

    /** True; anything but an {@link UndecodableException} goes through. */
    private boolean recordOrRefusal(byte[] bytes) {
        try {
            Message message = deserializer.deserialize(bytes);
            return deserializer.deserialize(serializer.serialize(message)).equals(message);
        } catch (UndecodableException refusal) {
            return true;
        }
    }
}
