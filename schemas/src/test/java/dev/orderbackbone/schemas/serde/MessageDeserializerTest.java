package dev.orderbackbone.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.order.OrderExpired;
import dev.orderbackbone.schemas.codec.ContractCodecs;
import dev.orderbackbone.schemas.codec.ContractSchemas;
import dev.orderbackbone.schemas.registry.RegistryUnavailableException;
import dev.orderbackbone.schemas.serde.UndecodableException.Reason;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;

class MessageDeserializerTest {
    private static final OrderExpired EXPIRED = new OrderExpired(Orders.meta());
    private static final Schema SCHEMA = ContractSchemas.of(OrderExpired.class);

    private final ScriptedRegistry registry = new ScriptedRegistry();
    private final MessageDeserializer deserializer = MessageDeserializer.create(registry);

    @Test
    void asksForTheSchemaOfAnIdOnce() {
        registry.with(7, SCHEMA).with(-2, SCHEMA);

        for (int count = 0; count < 3; count++) {
            assertThat(deserializer.deserialize(expired(7))).isEqualTo(EXPIRED);
            assertThat(deserializer.deserialize(expired(-2))).isEqualTo(EXPIRED); // ids are unsigned to some
        }

        assertThat(registry.asked).containsExactly(7, -2);
    }

    @Test
    void anIdThatTheRegistryDoesNotKnowIsToldApart() {
        UndecodableException refusal = refusalOf(expired(8));

        assertThat(refusal.reason()).isEqualTo(Reason.UNKNOWN_SCHEMA_ID);
        assertThat(refusal).hasMessageContaining("8");
        assertThat(refusal.typeName()).isEmpty();
    }

    @Test
    void aFloodOfTheSameUnknownIdDoesNotFloodTheRegistry() {
        for (int count = 0; count < 100; count++) {
            assertThat(refusalOf(expired(8)).reason()).isEqualTo(Reason.UNKNOWN_SCHEMA_ID);
        }

        assertThat(registry.asked).hasSizeLessThan(50); // once a second, and this takes far less than fifty
    }

    @Test
    void aRegistryThatDoesNotAnswerIsNotMistakenForOneThatSaysNo() {
        AtomicBoolean down = new AtomicBoolean(true);
        registry.with(7, () -> {
            if (down.get()) {
                throw new RegistryUnavailableException("down", null);
            }
            return SCHEMA;
        });

        assertThatThrownBy(() -> deserializer.deserialize(expired(7))).isInstanceOf(RegistryUnavailableException.class);

        down.set(false);
        assertThat(deserializer.deserialize(expired(7))).isEqualTo(EXPIRED);
    }

    @Test
    void aTypeOfANewerReleaseIsNamed() {
        registry.with(7, record("OrderTeleported")).with(8, Schema.create(Schema.Type.STRING));

        assertThat(refusalOf(expired(7)).reason()).isEqualTo(Reason.UNKNOWN_TYPE);
        assertThat(refusalOf(expired(7)).typeName()).contains("dev.orderbackbone.contract.order.OrderTeleported");
        assertThat(refusalOf(expired(8)).reason()).isEqualTo(Reason.UNKNOWN_TYPE);
    }

    @Test
    void theOrderThatATypeOfANewerReleaseConcernsIsRead() {
        registry.with(7, unknown(SCHEMA.getField("meta").schema()));

        assertThat(refusalOf(teleported(7, Orders.meta())).orderId())
                .contains(Orders.meta().orderId());
        assertThat(refusalOf(teleported(7, withoutOrder(Orders.meta()))).orderId())
                .isEmpty();
    }

    @Test
    void noOrderIsReadWhereATypeOfANewerReleaseDoesNotStartWithMetaOrIsBroken() {
        registry.with(7, unknown(SCHEMA.getField("meta").schema()))
                .with(8, record("OrderTeleported"))
                .with(9, unknown(Schema.create(Schema.Type.STRING)));
        byte[] whole = teleported(7, Orders.meta());

        assertThat(refusalOf(Arrays.copyOf(whole, whole.length - 2)).orderId()).isEmpty();
        assertThat(refusalOf(expired(8)).orderId()).isEmpty();
        assertThat(refusalOf(expired(9)).orderId()).isEmpty();
        assertThat(refusalOf(whole).reason()).isEqualTo(Reason.UNKNOWN_TYPE);
    }

    @Test
    void aKnownTypeWithASchemaThatCannotBeResolvedIsIncompatible() {
        registry.with(7, record("OrderExpired"));

        UndecodableException refusal = refusalOf(expired(7));

        assertThat(refusal.reason()).isEqualTo(Reason.INCOMPATIBLE_SCHEMA);
        assertThat(refusal.typeName()).contains(OrderExpired.class.getName());
        assertThat(refusal).hasMessageContaining("schema 7").hasMessageContaining("meta");
    }

    @Test
    void forKafkaNullStaysNull() {
        registry.with(7, SCHEMA);

        assertThat(deserializer.deserialize("any", null)).isNull();
        assertThat(deserializer.deserialize("any", expired(7))).isEqualTo(EXPIRED);
    }

    private UndecodableException refusalOf(byte[] bytes) {
        return catchThrowableOfType(UndecodableException.class, () -> deserializer.deserialize(bytes));
    }

    private static byte[] expired(int schemaId) {
        return ContractCodecs.of(OrderExpired.class).encode(WireFormat.header(schemaId), EXPIRED);
    }

    /** What follows the meta is one byte: the string of no characters. */
    private static byte[] teleported(int schemaId, Meta meta) {
        byte[] start =
                ContractCodecs.of(OrderExpired.class).encode(WireFormat.header(schemaId), new OrderExpired(meta));
        return Arrays.copyOf(start, start.length + 1);
    }

    private static Meta withoutOrder(Meta meta) {
        return new Meta(meta.eventId(), "", meta.sequence(), meta.occurredAt(), meta.causationId(), meta.storeId());
    }

    private static Schema unknown(Schema meta) {
        return SchemaBuilder.record("OrderTeleported")
                .namespace("dev.orderbackbone.contract.order")
                .fields()
                .name("meta")
                .type(meta)
                .noDefault()
                .requiredString("where")
                .endRecord();
    }

    private static Schema record(String name) {
        return SchemaBuilder.record(name)
                .namespace("dev.orderbackbone.contract.order")
                .fields()
                .requiredInt("x")
                .endRecord();
    }
}
