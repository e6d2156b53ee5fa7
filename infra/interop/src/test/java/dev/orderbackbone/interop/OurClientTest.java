package dev.orderbackbone.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.order.OrderPlaced;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.codec.ContractCodecs;
import dev.orderbackbone.schemas.codec.ContractSchemas;
import dev.orderbackbone.schemas.codec.RandomRecords;
import dev.orderbackbone.schemas.registry.CompatibilityLevel;
import dev.orderbackbone.schemas.registry.HttpSchemaRegistryClient;
import dev.orderbackbone.schemas.registry.RegistryRefusedException;
import dev.orderbackbone.schemas.registry.SchemaDeployment;
import dev.orderbackbone.schemas.registry.UnknownSchemaIdException;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.MessageSerializer;
import dev.orderbackbone.schemas.serde.UndecodableException;
import java.nio.ByteBuffer;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Our client against a real registry: what it says of itself is what the client's own tests play. */
@ExtendWith(RealRegistry.class)
class OurClientTest {
    private static final Schema PLAIN =
            SchemaBuilder.record("Plain").fields().requiredString("x").endRecord();
    private static final Schema MORE = SchemaBuilder.record("Plain")
            .fields()
            .requiredString("x")
            .requiredInt("y")
            .endRecord();
    private static final Schema OPTIONAL = SchemaBuilder.record("Plain")
            .fields()
            .requiredString("x")
            .optionalInt("z")
            .endRecord();

    private final HttpSchemaRegistryClient client;

    OurClientTest(RealRegistry.Running registry) {
        this.client = registry.client();
    }

    @Test
    void everyMessageTypeGoesThroughTheRegistryAndBack() {
        MessageSerializer serializer = MessageSerializer.create(client);
        MessageDeserializer deserializer = MessageDeserializer.create(client);
        RandomRecords records = new RandomRecords(new Random(1));

        assertThat(Topics.types()).allSatisfy(type -> {
            Message message = records.next(type);
            assertThat(deserializer.deserialize(serializer.serialize(message))).isEqualTo(message);
        });
    }

    @Test
    void deployingAgainChangesNothing() {
        int before = idOf(OrderPlaced.class);

        SchemaDeployment.registerAll(client);

        assertThat(idOf(OrderPlaced.class)).isEqualTo(before);
    }

    @Test
    void theSchemaOfAnIdIsTheOneThatWasRegistered() {
        assertThat(Topics.types())
                .allSatisfy(type -> assertThat(client.schemaById(idOf(type))).isEqualTo(ContractSchemas.of(type)));
    }

    @Test
    void aSchemaIsFoundByItsContentAndUnderItsSubjectOnly() {
        int id = client.register("lookup-value", PLAIN);

        assertThat(client.idOf("lookup-value", PLAIN)).hasValue(id);
        assertThat(client.idOf("lookup-value", MORE)).isEmpty();
        assertThat(client.idOf("nobody-knows-me-value", PLAIN)).isEmpty();
    }

    @Test
    void anIncompatibleSchemaIsRefusedAndSaysWhere() {
        client.setCompatibility("strict-value", CompatibilityLevel.FULL_TRANSITIVE);
        client.register("strict-value", PLAIN);

        assertThat(client.compatibility("strict-value", MORE).compatible()).isFalse();
        assertThat(client.compatibility("strict-value", OPTIONAL).compatible()).isTrue();
        assertThat(client.compatibility("nobody-knows-me-value", PLAIN).compatible())
                .isTrue();
        assertThatThrownBy(() -> client.register("strict-value", MORE))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining("/subjects/strict-value/versions was answered with 409");
        assertThat(client.register("strict-value", OPTIONAL)).isPositive();
    }

    @Test
    void everySubjectOfTheContractRefusesWhatIsIncompatible() {
        assertThat(Topics.types()).allSatisfy(type -> {
            Schema other = SchemaBuilder.record(type.getSimpleName())
                    .namespace(type.getPackageName())
                    .fields()
                    .requiredInt("meta")
                    .endRecord();
            assertThat(client.compatibility(Topics.of(type).subjectOf(type), other)
                            .compatible())
                    .isFalse();
        });
    }

    @Test
    void anUnknownIdIsToldFromARegistryThatIsDown() {
        byte[] unknown = ContractCodecs.of(OrderPlaced.class)
                .encode(
                        ByteBuffer.allocate(5).putInt(1, 1_999_999).array(),
                        new RandomRecords(new Random(2)).next(OrderPlaced.class));

        for (int id : new int[] {1_999_999, Integer.MAX_VALUE, 0, -1, Integer.MIN_VALUE}) {
            assertThatThrownBy(() -> client.schemaById(id)).isInstanceOf(UnknownSchemaIdException.class);
        }
        UndecodableException refusal = catchThrowableOfType(
                UndecodableException.class,
                () -> MessageDeserializer.create(client).deserialize(unknown));
        assertThat(refusal.reason()).isEqualTo(UndecodableException.Reason.UNKNOWN_SCHEMA_ID);
    }

    private int idOf(Class<? extends Message> type) {
        return client.idOf(Topics.of(type).subjectOf(type), ContractSchemas.of(type))
                .orElseThrow();
    }
}
