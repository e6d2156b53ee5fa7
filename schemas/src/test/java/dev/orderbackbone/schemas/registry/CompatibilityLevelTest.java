package dev.orderbackbone.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CompatibilityLevelTest {
    private static final Schema PLAIN =
            SchemaBuilder.record("R").fields().requiredString("x").endRecord();
    private static final Schema MORE = SchemaBuilder.record("R")
            .fields()
            .requiredString("x")
            .requiredInt("y")
            .endRecord();
    private static final Schema WITH_DEFAULT = SchemaBuilder.record("R")
            .fields()
            .requiredString("x")
            .optionalInt("z")
            .endRecord();

    @ParameterizedTest
    @CsvSource({
        // whether a field without a default may be added to, and removed from, the last schema, and the one before it
        "NONE,                true,  true,  true,  true",
        "BACKWARD,            false, true,  true,  true",
        "BACKWARD_TRANSITIVE, false, true,  false, true",
        "FORWARD,             true,  false, true,  true",
        "FORWARD_TRANSITIVE,  true,  false, true,  false",
        "FULL,                false, false, true,  true",
        "FULL_TRANSITIVE,     false, false, false, false",
    })
    void demandsWhatItsNameSays(
            CompatibilityLevel level, boolean added, boolean removed, boolean addedBefore, boolean removedBefore) {
        assertThat(level.check(MORE, List.of(PLAIN)).compatible()).isEqualTo(added);
        assertThat(level.check(PLAIN, List.of(MORE)).compatible()).isEqualTo(removed);
        assertThat(level.check(MORE, List.of(PLAIN, MORE)).compatible()).isEqualTo(addedBefore);
        assertThat(level.check(PLAIN, List.of(MORE, PLAIN)).compatible()).isEqualTo(removedBefore);
    }

    @ParameterizedTest
    @EnumSource
    void anyLevelTakesAFirstSchemaAndAFieldWithADefault(CompatibilityLevel level) {
        assertThat(level.check(MORE, List.of()).compatible()).isTrue();
        assertThat(level.check(WITH_DEFAULT, List.of(PLAIN)).compatible()).isTrue();
        assertThat(level.check(PLAIN, List.of(PLAIN, WITH_DEFAULT)).compatible())
                .isTrue();
    }

    @Test
    void saysWhatIsWrongAndWhere() {
        assertThat(CompatibilityLevel.FULL.check(MORE, List.of(PLAIN)).messages())
                .singleElement()
                .asString()
                .contains("READER_FIELD_MISSING_DEFAULT_VALUE")
                .contains("y");
    }
}
