package dev.orderbackbone.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.schemas.codec.ContractCodecs;
import dev.orderbackbone.schemas.codec.ContractSchemas;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds records, wire schemas and the catalogue together. */
class ContractTest {
    static Stream<Class<? extends Message>> types() {
        return Topics.types();
    }

    @ParameterizedTest
    @MethodSource("types")
    void theRecordAndItsSchemaAreTheSame(Class<? extends Message> type) {
        Schema schema = ContractCodecs.of(type).schema(); // the codec refuses any difference

        assertThat(schema.getFullName()).isEqualTo(type.getName());
        assertThat(schema.getFields().getFirst().name()).isEqualTo("meta");
    }

    @ParameterizedTest
    @MethodSource("types")
    void anOldReaderTakesASymbolThatItDoesNotKnowForUnknown(Class<? extends Message> type) {
        assertThat(schemasWithin(ContractSchemas.of(type)))
                .filteredOn(schema -> schema.getType() == Schema.Type.ENUM)
                .allSatisfy(schema -> {
                    assertThat(schema.getEnumDefault()).isEqualTo("UNKNOWN");
                    assertThat(schema.getEnumSymbols()).startsWith("UNKNOWN");
                });
    }

    @ParameterizedTest
    @MethodSource("types")
    void whatMayBeNullIsNullByDefault(Class<? extends Message> type) {
        assertThat(fieldsWithin(ContractSchemas.of(type)))
                .filteredOn(field -> field.schema().isNullable())
                .allSatisfy(
                        field -> assertThat(field.defaultVal()).as(field.name()).isEqualTo(JsonProperties.NULL_VALUE));
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyFieldSaysWhatItIs(Class<? extends Message> type) {
        assertThat(fieldsWithin(ContractSchemas.of(type)))
                .allSatisfy(field -> assertThat(field.doc()).as(field.name()).isNotBlank());
    }

    @Test
    void everySchemaThatIsShippedBelongsToATypeOfTheCatalogue() throws IOException, URISyntaxException {
        Path folder = Path.of(
                Objects.requireNonNull(Topics.class.getResource("/avro")).toURI());

        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> folder.relativize(file).toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            types().map(ContractTest::fileOf).toList());
        }
    }

    private static String fileOf(Class<? extends Message> type) {
        return type.getName().replace("dev.orderbackbone.contract.", "").replace('.', '/') + ".avsc";
    }

    private static List<Schema.Field> fieldsWithin(Schema schema) {
        return schemasWithin(schema).stream()
                .filter(part -> part.getType() == Schema.Type.RECORD)
                .flatMap(part -> part.getFields().stream())
                .toList();
    }

    private static List<Schema> schemasWithin(Schema schema) {
        List<Schema> found = new ArrayList<>(List.of(schema));
        switch (schema.getType()) {
            case RECORD -> schema.getFields().forEach(field -> found.addAll(schemasWithin(field.schema())));
            case ARRAY -> found.addAll(schemasWithin(schema.getElementType()));
            case MAP -> found.addAll(schemasWithin(schema.getValueType()));
            case UNION -> schema.getTypes().forEach(branch -> found.addAll(schemasWithin(branch)));
            case ENUM, FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> {}
        }
        return found;
    }
}
