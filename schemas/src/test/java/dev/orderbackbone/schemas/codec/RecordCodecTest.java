package dev.orderbackbone.schemas.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordCodecTest {
    enum Colour {
        UNKNOWN,
        RED
    }

    record Inner(int number) {}

    record Everything(
            String text,
            int small,
            long large,
            boolean flag,
            Instant instant,
            UUID id,
            Colour colour,
            Inner inner,
            List<Inner> inners,
            List<String> texts,
            @Nullable String maybeText,
            @Nullable Integer maybeSmall,
            @Nullable Long maybeLarge,
            @Nullable Boolean maybeFlag,
            @Nullable List<Long> maybeList,
            @Nullable Inner maybeInner) {}

    private static final String INNER = """
            {"type":"record","name":"Inner","fields":[{"name":"number","type":"int"}]}""";
    private static final Schema EVERYTHING = new Schema.Parser().parse("""
                    {"type":"record","name":"Everything","fields":[
                      {"name":"text","type":"string"},
                      {"name":"small","type":"int"},
                      {"name":"large","type":"long"},
                      {"name":"flag","type":"boolean"},
                      {"name":"instant","type":{"type":"long","logicalType":"timestamp-millis"}},
                      {"name":"id","type":{"type":"fixed","name":"Uuid","size":16,"logicalType":"uuid"}},
                      {"name":"colour","type":{"type":"enum","name":"Colour","symbols":["UNKNOWN","RED"],"default":"UNKNOWN"}},
                      {"name":"inner","type":%s},
                      {"name":"inners","type":{"type":"array","items":"Inner"}},
                      {"name":"texts","type":{"type":"array","items":"string"}},
                      {"name":"maybeText","type":["null","string"]},
                      {"name":"maybeSmall","type":["int","null"]},
                      {"name":"maybeLarge","type":["null","long"]},
                      {"name":"maybeFlag","type":["null","boolean"]},
                      {"name":"maybeList","type":["null",{"type":"array","items":"long"}]},
                      {"name":"maybeInner","type":["null","Inner"]}]}""".formatted(INNER));

    private static final Everything FULL = new Everything(
            "text",
            -1,
            1L << 40,
            true,
            Instant.ofEpochMilli(-1),
            new UUID(-1, 1),
            Colour.RED,
            new Inner(Integer.MIN_VALUE),
            List.of(new Inner(1), new Inner(2), new Inner(3)),
            List.of("a", "ß", "😀"),
            "",
            1_000,
            Long.MAX_VALUE,
            false,
            List.of(7L),
            new Inner(8));

    private static final Everything EMPTY = new Everything(
            "",
            0,
            0,
            false,
            Instant.EPOCH,
            new UUID(0, 0),
            Colour.UNKNOWN,
            new Inner(0),
            List.of(),
            List.of(),
            null,
            null,
            null,
            null,
            null,
            null);

    private final RecordCodec<Everything> codec = RecordCodec.of(Everything.class, EVERYTHING);

    @Test
    void everySupportedTypeComesBackEqual() throws IOException {
        RecordReader<Everything> reader = codec.readerOf(EVERYTHING);

        for (Everything record : List.of(FULL, EMPTY, FULL)) {
            byte[] bytes = codec.encode(record);
            assertThat(reader.read(bytes, 0, bytes.length)).isEqualTo(record);
        }
    }

    @Test
    void writesAfterThePrefix() {
        byte[] prefix = {1, 2, 3};

        assertThat(codec.encode(prefix, FULL)).startsWith(prefix).endsWith(codec.encode(FULL));
    }

    @Test
    void listsThatWereReadCannotBeChanged() throws IOException {
        byte[] bytes = codec.encode(FULL);

        Everything read = codec.readerOf(EVERYTHING).read(bytes, 0, bytes.length);

        assertThatThrownBy(() -> read.texts().set(0, "changed")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    @SuppressWarnings("NullAway") // the mistake under test
    void aNullThatTheSchemaForbidsIsNamed() {
        RecordCodec<Inners> inners = RecordCodec.of(Inners.class, schema("Inners", "text", "\"string\""));

        assertThatThrownBy(() -> inners.encode(new Inners(null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Inners.text must not be null");
    }

    record Inners(String text) {}

    @Test
    void aFailedRecordLeavesNothingBehindForTheNext() throws IOException {
        RecordReader<Everything> reader = codec.readerOf(EVERYTHING);
        byte[] bytes = codec.encode(FULL);

        assertThatThrownBy(() -> reader.read(bytes, 0, bytes.length - 1)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> codec.encode(withoutText())).isInstanceOf(IllegalArgumentException.class);

        assertThat(reader.read(bytes, 0, bytes.length)).isEqualTo(FULL);
        assertThat(codec.encode(FULL)).isEqualTo(bytes);
    }

    @SuppressWarnings("NullAway") // the mistake under test
    private static Everything withoutText() {
        return new Everything(
                null,
                0,
                0,
                false,
                Instant.EPOCH,
                new UUID(0, 0),
                Colour.RED,
                new Inner(0),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    record One(int value) {}

    record MaybeOne(@Nullable String value) {}

    record ListOne(List<String> value) {}

    record EnumOne(Colour value) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "One      | value | \"long\"                                                    | the types differ",
                "One      | value | \"string\"                                                  | no such primitive",
                "One      | value | {\"type\":\"int\",\"logicalType\":\"date\"}                 | no such primitive",
                "One      | value | [\"null\",\"int\"]                                          | only one of the two may be null",
                "One      | other | \"int\"                                                     | [value] in Java, but [other] in the schema",
                "Two      | value | \"int\"                                                     | not the same record",
                "MaybeOne | value | \"string\"                                                  | only one of the two may be null",
                "MaybeOne | value | [\"string\",\"int\"]                                        | the types differ",
                "MaybeOne | value | [\"null\",\"string\",\"int\"]                               | the types differ",
                "MaybeOne | value | [\"null\",\"bytes\"]                                        | does not support",
                "ListOne  | value | \"string\"                                                  | the types differ",
                "ListOne  | value | {\"type\":\"array\",\"items\":\"long\"}                     | ListOne.value[]: the types differ",
                "ListOne  | value | {\"type\":\"array\",\"items\":[\"null\",\"string\"]}        | does not support",
                "EnumOne  | value | {\"type\":\"enum\",\"name\":\"Colour\",\"symbols\":[\"RED\",\"UNKNOWN\"]} | [UNKNOWN, RED] in Java",
                "EnumOne  | value | {\"type\":\"enum\",\"name\":\"Hue\",\"symbols\":[\"UNKNOWN\",\"RED\"]}    | the types differ",
            })
    void aRecordThatDiffersFromItsSchemaIsRefused(String name, String field, String type, String complaint) {
        Class<?> record = List.of(One.class, MaybeOne.class, ListOne.class, EnumOne.class).stream()
                .filter(candidate -> candidate.getSimpleName().equals(name))
                .findFirst()
                .orElse(One.class);

        assertThatThrownBy(() -> RecordCodec.of(record, schema(name, field, type)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }

    record Tree(List<Tree> branches) {}

    @Test
    void aRecordThatContainsItselfIsRefused() {
        Schema tree = schema("Tree", "branches", "{\"type\":\"array\",\"items\":\"Tree\"}");

        assertThatThrownBy(() -> RecordCodec.of(Tree.class, tree)).hasMessageContaining("contains itself");
    }

    private static Schema schema(String name, String field, String type) {
        return new Schema.Parser().parse("""
                        {"type":"record","name":"%s","fields":[{"name":"%s","type":%s}]}""".formatted(name, field, type));
    }
}
