package dev.orderbackbone.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderbackbone.contract.order.OrderExpired;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.codec.ContractSchemas;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;

class SchemaDeploymentTest {
    private static final String SUBJECT = Topics.ORDERS_EVENTS.subjectOf(OrderExpired.class);
    private static final Schema INCOMPATIBLE = SchemaBuilder.record("OrderExpired")
            .namespace("dev.orderbackbone.contract.order")
            .fields()
            .requiredInt("meta")
            .endRecord();

    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();

    @Test
    void registersEveryTypeUnderItsSubject() {
        SchemaDeployment.registerAll(registry);

        assertThat(Topics.types())
                .allSatisfy(type -> assertThat(registry.idOf(Topics.of(type).subjectOf(type), ContractSchemas.of(type)))
                        .isPresent());
    }

    @Test
    void changesNothingTheSecondTime() {
        SchemaDeployment.registerAll(registry);
        int id = registry.idOf(SUBJECT, ContractSchemas.of(OrderExpired.class)).orElseThrow();

        SchemaDeployment.registerAll(registry);

        assertThat(registry.idOf(SUBJECT, ContractSchemas.of(OrderExpired.class)))
                .hasValue(id);
    }

    @Test
    void protectsEverySubjectFromIncompatibleSchemas() {
        SchemaDeployment.registerAll(registry);

        assertThat(registry.compatibility(SUBJECT, INCOMPATIBLE).compatible()).isFalse();
    }

    @Test
    void stopsAtASubjectThatHoldsSomethingIncompatible() {
        registry.register(SUBJECT, INCOMPATIBLE);

        assertThatThrownBy(() -> SchemaDeployment.registerAll(registry))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining(SUBJECT);
    }

    @Test
    void registersOnlyWhatIsMissing() throws InterruptedException {
        List<String> first = SchemaDeployment.registerMissing(registry);

        assertThat(first).hasSameSizeAs(Topics.types().toList()).contains(SUBJECT);
        assertThat(registry.compatibility(SUBJECT, INCOMPATIBLE).compatible()).isFalse();
        assertThat(SchemaDeployment.registerMissing(registry)).isEmpty();
    }

    @Test
    void saysWhoRefusesWhatIsMissing() {
        registry.register(SUBJECT, INCOMPATIBLE);

        assertThatThrownBy(() -> SchemaDeployment.registerMissing(registry))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining(SUBJECT);
    }
}
