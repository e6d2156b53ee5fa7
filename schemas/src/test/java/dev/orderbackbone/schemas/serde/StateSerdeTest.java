package dev.orderbackbone.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StateSerdeTest {
    /** As a service keeps it: private to its package. */
    record Tally(String id, long count, @Nullable String note) {}

    private static final Schema FORMER = SchemaBuilder.record("Tally")
            .namespace("dev.orderbackbone.schemas.serde")
            .fields()
            .requiredInt("count")
            .requiredString("id")
            .requiredBoolean("dropped")
            .endRecord();

    private final StateSerde<Tally> serde =
            StateSerde.ofResource(Tally.class, "/serde-test/Tally.avsc", "/serde-test/Tally-1.avsc");
    private final Schema current = schema("/serde-test/Tally.avsc");

    @Test
    void whatIsReadEqualsWhatWasWritten() {
        for (Tally tally : new Tally[] {new Tally("a", 1, null), new Tally("ß", Long.MIN_VALUE, "n")}) {
            assertThat(serde.deserializer()
                            .deserialize("store", serde.serializer().serialize("store", tally)))
                    .isEqualTo(tally);
        }
    }

    @Test
    void theBytesAreAvrosSingleObjectEncoding() throws IOException {
        byte[] bytes = bytesOf(new Tally("a", 1, "n"));

        GenericRecord read = new BinaryMessageDecoder<GenericRecord>(GenericData.get(), current).decode(bytes);

        assertThat(bytes).startsWith(0xc3, 0x01);
        assertThat(read.get("id").toString()).isEqualTo("a");
        assertThat(read.get("count")).isEqualTo(1L);
    }

    @Test
    void aFormerVersionIsStillRead() throws IOException {
        GenericData.Record former = new GenericData.Record(FORMER);
        former.put("id", "a");
        former.put("count", 41);
        former.put("dropped", true);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new BinaryMessageEncoder<GenericData.Record>(GenericData.get(), FORMER).encode(former, bytes);

        assertThat(serde.deserialize("store", bytes.toByteArray())).isEqualTo(new Tally("a", 41, null));
    }

    @Test
    void aVersionThatNobodyNamedIsRefused() {
        byte[] bytes = StateSerde.of(
                        Other.class,
                        SchemaBuilder.record("Other").fields().requiredInt("x").endRecord())
                .serialize("store", new Other(1));

        assertThatThrownBy(() -> serde.deserialize("store", bytes))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("Tally")
                .hasMessageContaining("2 versions");
    }

    record Other(int x) {}

    @Test
    void brokenBytesAreRefused() {
        byte[] bytes = bytesOf(new Tally("a", 1, "n"));
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> serde.deserialize("store", cut)).isInstanceOf(SerializationException.class);
        }
    }

    @Test
    void nullDeletes() {
        assertThat(serde.serialize("store", null)).isNull();
        assertThat(serde.deserialize("store", null)).isNull();
    }

    @Test
    void aFormerVersionThatCannotBeReadIsRefusedAtTheStart() {
        Schema withoutCount =
                SchemaBuilder.record("Tally").fields().requiredString("id").endRecord();

        assertThatThrownBy(() -> StateSerde.of(Tally.class, current, withoutCount))
                .isInstanceOf(AvroTypeException.class);
    }

    @Test
    void aResourceThatIsMissingIsNamed() {
        assertThatThrownBy(() -> StateSerde.ofResource(Tally.class, "/serde-test/Missing.avsc"))
                .hasMessageContaining("/serde-test/Missing.avsc");
    }

    @Test
    void theFormerSchemaOfTheseTestsIsTheOneOnTheClassPath() {
        assertThat(SchemaNormalization.parsingFingerprint64(FORMER))
                .isEqualTo(SchemaNormalization.parsingFingerprint64(schema("/serde-test/Tally-1.avsc")));
    }

    private byte[] bytesOf(Tally tally) {
        return Objects.requireNonNull(serde.serialize("store", tally));
    }

    private static Schema schema(String resource) {
        try (var content = Objects.requireNonNull(StateSerdeTest.class.getResourceAsStream(resource))) {
            return new Schema.Parser().parse(content);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
