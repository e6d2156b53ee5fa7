package dev.orderbackbone.schemas.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Records of other releases, written by Avro's own writer. */
class SchemaResolutionTest {
    enum Colour {
        UNKNOWN,
        RED,
        GREEN
    }

    record Line(String sku, long quantity, Colour colour) {}

    record Order(String id, long total, @Nullable String note, List<Line> lines) {}

    private static final String LINE = """
            {"type":"record","name":"Line","fields":[
              {"name":"sku","type":"string"},
              {"name":"quantity","type":"long"},
              {"name":"colour","type":{"type":"enum","name":"Colour","symbols":["UNKNOWN","RED","GREEN"],"default":"UNKNOWN"},"default":"RED"}]}""";
    private static final RecordCodec<Order> CODEC = RecordCodec.of(Order.class, schema("""
                    {"name":"id","type":"string"},
                    {"name":"total","type":"long"},
                    {"name":"note","type":["null","string"],"default":null},
                    {"name":"lines","type":{"type":"array","items":%s},"default":[{"sku":"default","quantity":1,"colour":"GREEN"}]}""".formatted(LINE)));

    @Test
    void aFieldThatTheWriterDidNotKnowHasItsDefault() throws IOException {
        Schema writer = schema("""
                {"name":"id","type":"string"},{"name":"total","type":"long"}""");

        Order read = read(writer, Map.of("id", "o1", "total", 5L));

        assertThat(read).isEqualTo(new Order("o1", 5, null, List.of(new Line("default", 1, Colour.GREEN))));
    }

    @Test
    void fieldsThatThisReleaseDoesNotKnowAreSkippedWhereverTheyStand() throws IOException {
        Schema writer = schema("""
                {"name":"first","type":{"type":"map","values":"double"}},
                {"name":"id","type":"string"},
                {"name":"middle","type":{"type":"array","items":"bytes"}},
                {"name":"total","type":"long"},
                {"name":"lines","type":{"type":"array","items":%s}},
                {"name":"last","type":["null","string","float"]}""".formatted(LINE));
        Map<String, Object> values = Map.of(
                "first",
                Map.of("x", 1.5),
                "id",
                "o1",
                "middle",
                List.of(ByteBuffer.wrap(new byte[] {1, 2})),
                "total",
                5L,
                "lines",
                List.of(),
                "last",
                "skipped");

        assertThat(read(writer, values)).isEqualTo(new Order("o1", 5, null, List.of()));
    }

    @Test
    void aFieldOfANewerReleaseThatComesLastIsSkipped() throws IOException {
        Schema writer = schema("""
                {"name":"id","type":"string"},
                {"name":"total","type":"long"},
                {"name":"note","type":["null","string"]},
                {"name":"lines","type":{"type":"array","items":%s}},
                {"name":"last","type":"string"}""".formatted(LINE));

        Order read = read(writer, Map.of("id", "o1", "total", 5L, "lines", List.of(), "last", "skipped"));

        assertThat(read).isEqualTo(new Order("o1", 5, null, List.of()));
    }

    @Test
    void fieldsMayComeInAnotherOrder() throws IOException {
        Schema writer = schema("""
                {"name":"lines","type":{"type":"array","items":%s}},
                {"name":"note","type":["string","null"]},
                {"name":"total","type":"long"},
                {"name":"id","type":"string"}""".formatted(LINE));

        Order read = read(writer, Map.of("lines", List.of(), "note", "n", "total", 5L, "id", "o1"));

        assertThat(read).isEqualTo(new Order("o1", 5, "n", List.of()));
    }

    @Test
    void anIntIsReadAsALongAndAValueAsANullableOne() throws IOException {
        Schema writer = schema("""
                {"name":"id","type":"string"},{"name":"total","type":"int"},{"name":"note","type":"string"}""");

        Order read = read(writer, Map.of("id", "o1", "total", -7, "note", "n"));

        assertThat(read.total()).isEqualTo(-7);
        assertThat(read.note()).isEqualTo("n");
    }

    @Test
    void aSymbolOfANewerReleaseIsUnknown() throws IOException {
        Schema line = new Schema.Parser().parse("""
                        {"type":"record","name":"Line","fields":[
                          {"name":"quantity","type":"int"},
                          {"name":"sku","type":"string"},
                          {"name":"colour","type":{"type":"enum","name":"Colour","symbols":["BLUE","UNKNOWN","GREEN","RED"],"default":"UNKNOWN"}}]}""");
        Schema writer = schema("""
                {"name":"id","type":"string"},{"name":"total","type":"long"},{"name":"lines","type":{"type":"array","items":%s}}""".formatted(line));

        Order read = read(
                writer,
                Map.of(
                        "id",
                        "o1",
                        "total",
                        1L,
                        "lines",
                        List.of(line(line, "a", "BLUE"), line(line, "b", "GREEN"), line(line, "c", "RED"))));

        assertThat(read.lines())
                .containsExactly(
                        new Line("a", 2, Colour.UNKNOWN), new Line("b", 2, Colour.GREEN), new Line("c", 2, Colour.RED));
    }

    @Test
    void aSchemaThatDiffersOnlyInDocumentationAndDefaultsIsReadThePlainWay() throws IOException {
        Schema writer = new Schema.Parser()
                .parse(CODEC.schema().toString().replace("\"name\":\"total\"", "\"doc\":\"other\",\"name\":\"total\""));

        assertThat(read(writer, Map.of("id", "o1", "total", 5L, "lines", List.of())))
                .isEqualTo(new Order("o1", 5, null, List.of()));
    }

    @Test
    void aSchemaThatCannotBeResolvedIsRefusedBeforeTheFirstRecord() {
        Schema withoutTotal = schema("{\"name\":\"id\",\"type\":\"string\"}");
        Schema otherType = schema("{\"name\":\"id\",\"type\":\"string\"},{\"name\":\"total\",\"type\":\"string\"}");

        assertThatThrownBy(() -> CODEC.readerOf(withoutTotal))
                .isInstanceOf(AvroTypeException.class)
                .hasMessageContaining("total");
        assertThatThrownBy(() -> CODEC.readerOf(otherType)).isInstanceOf(AvroTypeException.class);
    }

    private static Schema schema(String fields) {
        return new Schema.Parser().parse("{\"type\":\"record\",\"name\":\"Order\",\"fields\":[" + fields + "]}");
    }

    private static GenericData.Record line(Schema schema, String sku, String colour) {
        GenericData.Record line = new GenericData.Record(schema);
        line.put("sku", sku);
        line.put("quantity", 2);
        line.put("colour", new GenericData.EnumSymbol(schema.getField("colour").schema(), colour));
        return line;
    }

    /** Reads it three times with the same reader, as the second must not see what the first left behind. */
    private static Order read(Schema writer, Map<String, Object> values) throws IOException {
        GenericData.Record generic = new GenericData.Record(writer);
        values.forEach(generic::put);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<GenericData.Record>(writer).write(generic, encoder);
        encoder.flush();
        RecordReader<Order> reader = CODEC.readerOf(writer);
        Order first = reader.read(bytes.toByteArray(), 0, bytes.size());
        assertThat(reader.read(bytes.toByteArray(), 0, bytes.size())).isEqualTo(first);
        return reader.read(bytes.toByteArray(), 0, bytes.size());
    }
}
