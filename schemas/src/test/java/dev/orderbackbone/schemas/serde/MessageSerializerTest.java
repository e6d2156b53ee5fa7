package dev.orderbackbone.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.order.OrderExpired;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.codec.ContractSchemas;
import dev.orderbackbone.schemas.registry.InMemorySchemaRegistry;
import java.nio.ByteBuffer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MessageSerializerTest {
    private static final OrderExpired EXPIRED = new OrderExpired(Orders.meta());

    private final InMemorySchemaRegistry registry = InMemorySchemaRegistry.withContract();
    private final MessageSerializer serializer = MessageSerializer.create(registry);

    record Stranger(Meta meta) implements Message {}

    @Test
    void writesTheIdOfTheSubjectOfTheTypesTopic() {
        ByteBuffer bytes = ByteBuffer.wrap(serializer.serialize(EXPIRED));

        assertThat(bytes.get()).isZero();
        assertThat(bytes.getInt())
                .isEqualTo(registry.idOf(
                                "orders.events.v1-dev.orderbackbone.contract.order.OrderExpired",
                                ContractSchemas.of(OrderExpired.class))
                        .orElseThrow());
    }

    @Test
    void refusesToStartWithoutItsSchemasAndSaysWhichAndWhatToDo() {
        assertThatThrownBy(() -> MessageSerializer.create(new InMemorySchemaRegistry()))
                .isInstanceOf(SchemaMissingException.class)
                .hasMessageContaining("orders.events.v1-dev.orderbackbone.contract.order.OrderExpired")
                .hasMessageContaining("stock.levels.v1-dev.orderbackbone.contract.inventory.StockLevel")
                .hasMessageContaining("SchemaDeployment");
    }

    @Test
    void refusesAMessageOnTheTopicOfAnother() {
        assertThatThrownBy(() -> serializer.serialize(Topics.ORDERS_INTAKE.name(), EXPIRED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("belongs on orders.events.v1, not on orders.intake.v1");
    }

    @Test
    void writesToItsOwnTopicAndToTopicsThatAreNotOfTheCatalogue() {
        byte[] bytes = serializer.serialize(EXPIRED);

        assertThat(serializer.serialize(Topics.ORDERS_EVENTS.name(), EXPIRED)).isEqualTo(bytes);
        assertThat(serializer.serialize("some-repartition-topic", EXPIRED)).isEqualTo(bytes);
        assertThat(serializer.serialize("any", null)).isNull();
    }

    @Test
    void refusesATypeThatIsNotOfTheContract() {
        assertThatThrownBy(() -> serializer.serialize(new Stranger(Orders.meta())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Stranger stands in no topic");
    }

    @Test
    void manyThreadsShareOneSerializerAndOneDeserializer() {
        MessageDeserializer deserializer = MessageDeserializer.create(registry);

        assertThat(IntStream.range(0, 20_000).parallel().mapToObj(count -> Orders.withLines(count % 7)))
                .allSatisfy(order -> assertThat(deserializer.deserialize(serializer.serialize(order)))
                        .isEqualTo(order));
    }
}
