package dev.orderbackbone.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;

class InMemorySchemaRegistryTest {
    private static final Schema ONE =
            SchemaBuilder.record("R").fields().requiredString("x").endRecord();
    private static final Schema TWO = SchemaBuilder.record("R")
            .fields()
            .requiredString("x")
            .requiredInt("y")
            .endRecord();

    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();

    @Test
    void handsOutOneIdForEachSchemaWhicheverTheSubject() {
        assertThat(registry.register("a", ONE)).isEqualTo(1);
        assertThat(registry.register("a", TWO)).isEqualTo(2);
        assertThat(registry.register("b", ONE)).isEqualTo(1);
        assertThat(registry.register("a", ONE)).isEqualTo(1);
        assertThat(registry.schemaById(2)).isEqualTo(TWO);
    }

    @Test
    void knowsASchemaOnlyUnderItsSubject() {
        registry.register("a", ONE);

        assertThat(registry.idOf("a", ONE)).hasValue(1);
        assertThat(registry.idOf("b", ONE)).isEmpty();
        assertThat(registry.idOf("a", TWO)).isEmpty();
        assertThatThrownBy(() -> registry.schemaById(2)).isInstanceOf(UnknownSchemaIdException.class);
        assertThatThrownBy(() -> registry.schemaById(0)).isInstanceOf(UnknownSchemaIdException.class);
    }

    @Test
    void refusesWhatIsIncompatibleOnceItIsToldTo() {
        registry.setCompatibility("a", CompatibilityLevel.FULL_TRANSITIVE);
        registry.register("a", ONE);

        assertThat(registry.compatibility("a", TWO).compatible()).isFalse();
        assertThatThrownBy(() -> registry.register("a", TWO))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining("subject a refuses the schema");
        assertThat(registry.compatibility("b", TWO).compatible()).isTrue();
    }
}
