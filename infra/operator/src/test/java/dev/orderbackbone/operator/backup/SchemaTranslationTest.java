package dev.orderbackbone.operator.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.operator.backup.Manifest.SchemaEntry;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.registry.InMemorySchemaRegistry;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SchemaTranslationTest {
    private static final String INTAKE = Topics.ORDERS_INTAKE.name();
    private static final String PARKED = Topics.ORDER_EVENTS_PARKED.name();
    private static final Schema FIRST = SchemaBuilder.record("a.First").fields().endRecord();
    private static final Schema SECOND =
            SchemaBuilder.record("a.Second").fields().endRecord();

    private final InMemorySchemaRegistry old = new InMemorySchemaRegistry();
    private final InMemorySchemaRegistry other = new InMemorySchemaRegistry();

    @Test
    void valuesGetTheIdsThatTheirSchemasHaveInTheOtherRegistry() {
        int first = old.register(INTAKE + "-a.First", FIRST);
        int second = old.register(INTAKE + "-a.Second", SECOND);
        int reversed = other.register(INTAKE + "-a.Second", SECOND);
        SchemasInUse seen = new SchemasInUse();
        seen.see(record(INTAKE, value(first)));
        seen.see(record(PARKED, value(second)));
        seen.see(record(PARKED, value(77)));
        seen.see(record(PARKED, null));

        List<SchemaEntry> schemas = seen.with(List.of(), old);
        SchemaTranslation translation = SchemaTranslation.register(schemas, other);

        assertThat(schemas).extracting(SchemaEntry::id).containsExactly(first, second);
        assertThat(schemas.getLast().subjects()).containsExactly(PARKED + "-a.Second");
        assertThat(translation.translated(INTAKE, value(second))).isEqualTo(value(reversed));
        assertThat(other.schemaById(idOf(translation.translated(INTAKE, value(first)))))
                .isEqualTo(FIRST);
        assertThat(translation.translated(PARKED, value(77))).isEqualTo(value(77));
        assertThat(translation.translated(PARKED, new byte[] {0, 1})).isEqualTo(new byte[] {0, 1});
        assertThat(translation.translated(PARKED, null)).isNull();
    }

    @Test
    void statesHaveNoIdsHoweverTheyLook() {
        int first = old.register(INTAKE + "-a.First", FIRST);
        other.register("before", SECOND);
        SchemasInUse seen = new SchemasInUse();
        seen.see(record(INTAKE, value(first)));
        SchemaTranslation translation = SchemaTranslation.register(seen.with(List.of(), old), other);

        assertThat(translation.translated("order-events-orders-changelog", value(first)))
                .isEqualTo(value(first));
    }

    @Test
    void whatAnEarlierBackupSawIsKept() {
        SchemaEntry known = new SchemaEntry(5, List.of("s"), FIRST.toString());

        assertThat(new SchemasInUse().with(List.of(known), old)).containsExactly(known);
    }

    private static ConsumerRecord<byte[], byte[]> record(String topic, byte @Nullable [] value) {
        return new ConsumerRecord<>(topic, 0, 0, new byte[0], value);
    }

    private static byte[] value(int id) {
        return ByteBuffer.allocate(7)
                .put((byte) 0)
                .putInt(id)
                .putShort((short) 99)
                .array();
    }

    private static int idOf(byte @Nullable [] value) {
        return SchemaIds.of(value).orElseThrow();
    }
}
