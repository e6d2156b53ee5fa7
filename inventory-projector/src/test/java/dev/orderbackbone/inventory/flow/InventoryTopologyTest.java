package dev.orderbackbone.inventory.flow;

import static dev.orderbackbone.inventory.domain.Commands.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.inventory.InventoryCommand;
import dev.orderbackbone.contract.inventory.ReservationConsumed;
import dev.orderbackbone.contract.inventory.StockLevel;
import dev.orderbackbone.contract.inventory.StockLine;
import dev.orderbackbone.contract.inventory.StockReceived;
import dev.orderbackbone.contract.inventory.StockReserved;
import dev.orderbackbone.contract.order.OrderExpired;
import dev.orderbackbone.inventory.domain.Commands;
import dev.orderbackbone.inventory.domain.PoolView;
import dev.orderbackbone.runtime.DecisionTopology;
import dev.orderbackbone.schemas.MessageKey;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.codec.ContractSchemas;
import dev.orderbackbone.schemas.registry.InMemorySchemaRegistry;
import dev.orderbackbone.schemas.registry.SchemaDeployment;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.MessageSerializer;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventoryTopologyTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration TICK = Duration.ofMillis(250);

    @TempDir
    private Path stateDir;

    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
    private final Commands commands = new Commands(1);
    private final List<String> ignored = new ArrayList<>();
    private DecisionTopology<PoolView> topology;
    private MessageSerializer serializer;
    private MessageDeserializer deserializer;
    private TopologyTestDriver driver;

    @BeforeEach
    void start() {
        SchemaDeployment.registerAll(registry);
        serializer = MessageSerializer.create(registry);
        deserializer = MessageDeserializer.create(registry);
        topology =
                InventoryTopology.of(deserializer, serializer, TICK, (topic, outcome, detail) -> ignored.add(detail));
        driver = newDriver();
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void readsCommandsAndWritesEventsOfOrdersEventsOfStockAndLevels() {
        assertThat(topology.build().describe().toString()).isEqualTo("""
                Topologies:
                   Sub-topology: 0
                    Source: from-inventory-projector.redrive.v1 (topics: [inventory-projector.redrive.v1])
                      --> decide
                    Source: from-inventory.commands.v1 (topics: [inventory.commands.v1])
                      --> decide
                    Processor: decide (stores: [pool-sequences, reservations, documents, parked-lines, stock, tally, parked-records])
                      --> to-inventory-projector.parked.v1, to-inventory.events.v1, to-stock.events.v1, to-stock.levels.v1
                      <-- from-inventory.commands.v1, from-inventory-projector.redrive.v1
                    Sink: to-inventory-projector.parked.v1 (topic: inventory-projector.parked.v1)
                      <-- decide
                    Sink: to-inventory.events.v1 (topic: inventory.events.v1)
                      <-- decide
                    Sink: to-stock.events.v1 (topic: stock.events.v1)
                      <-- decide
                    Sink: to-stock.levels.v1 (topic: stock.levels.v1)
                      <-- decide

                """);
    }

    @Test
    void answersOrdersByOrderIdAndTellsReceiptsByPoolAndSku() {
        pipe(commands.receive("r1", line("mug", 10)));
        pipe(commands.reserve("a", line("mug", 4)));
        pipe(commands.consume("a", "s1", line("mug", 4)));

        assertThat(output(Topics.STOCK_EVENTS)).singleElement().satisfies(record -> {
            assertThat(record.key).isEqualTo("main/mug");
            assertThat(((StockReceived) record.value).poolSequence()).isEqualTo(1);
        });
        List<KeyValue<String, Message>> answers = output(Topics.INVENTORY_EVENTS);
        assertThat(answers).extracting(record -> record.key).containsExactly("a", "a");
        assertThat(((StockReserved) answers.get(0).value).poolSequence()).isEqualTo(2);
        assertThat(((ReservationConsumed) answers.get(1).value).poolSequence()).isEqualTo(3);
    }

    @Test
    void answersACommandOnceHoweverOftenItComes() {
        InventoryCommand receipt = commands.receive("r1", line("mug", 10));
        InventoryCommand reserve = commands.reserve("a", line("mug", 4));
        pipe(receipt);
        pipe(receipt);
        pipe(reserve);
        pipe(reserve);

        assertThat(output(Topics.STOCK_EVENTS)).hasSize(1);
        assertThat(output(Topics.INVENTORY_EVENTS)).hasSize(1);
        assertThat(ignored).containsExactly("", "duplicate", "", "duplicate");
    }

    @Test
    void tellsTheLevelOfAChangedSkuOncePerTick() {
        pipe(commands.receive("r1", line("mug", 10), line("cup", 5)));
        pipe(commands.reserve("a", line("mug", 4)));
        pipe(commands.reserve("b", line("mug", 1)));
        assertThat(output(Topics.STOCK_LEVELS)).isEmpty();

        driver.advanceWallClockTime(TICK);

        assertThat(levels())
                .extracting(StockLevel::sku, StockLevel::onHand, StockLevel::reserved, StockLevel::poolSequence)
                .containsExactlyInAnyOrder(tuple("mug", 10L, 5L, 4L), tuple("cup", 5L, 0L, 4L));
        driver.advanceWallClockTime(TICK);
        assertThat(levels()).isEmpty();
    }

    @Test
    void tellsManyLevelsOverSeveralTicks() {
        for (int chunk = 0; chunk < 6; chunk++) {
            int first = chunk * 1_000;
            pipe(commands.receive(
                    "r" + chunk,
                    IntStream.range(first, first + 1_000)
                            .mapToObj(number -> line("sku-" + number, 1))
                            .toArray(StockLine[]::new)));
        }

        driver.advanceWallClockTime(TICK);
        assertThat(levels()).hasSize(5_000);
        driver.advanceWallClockTime(TICK);
        assertThat(levels()).hasSize(1_000);
    }

    @Test
    void ignoresACommandUnderAnotherKeyThanItsPool() {
        input().pipeInput("elsewhere", commands.receive("r1", line("mug", 10)));

        assertThat(output(Topics.STOCK_EVENTS)).isEmpty();
        assertThat(ignored).containsExactly("key-is-not-pool");
    }

    @Test
    void levelsHaveIdsOfTheirOwnAndNameThemselvesAsTheirCause() {
        pipe(commands.receive("r1", line("mug", 10), line("cup", 5)));
        driver.advanceWallClockTime(TICK);
        pipe(commands.reserve("a", line("mug", 4)));
        driver.advanceWallClockTime(TICK);

        List<StockLevel> told = levels();
        assertThat(told)
                .extracting(level -> level.meta().eventId())
                .doesNotHaveDuplicates()
                .hasSize(3);
        assertThat(told)
                .allSatisfy(level -> assertThat(level.meta().causationId())
                        .isEqualTo(level.meta().eventId()));
    }

    @Test
    void aTypeOfANewerReleaseStopsTheOrderThatItConcernsAndNothingElseOfThePool() {
        InventoryCommand reserve = commands.reserve("a", line("mug", 4));
        pipe(commands.receive("r1", line("mug", 10)));
        pipeUnknown(MessageKey.of(reserve), reserve.meta());
        pipe(reserve);
        pipe(commands.reserve("b", line("mug", 1)));
        pipe(commands.receive("r2", line("mug", 5)));

        assertThat(output(Topics.INVENTORY_EVENTS))
                .extracting(record -> record.key)
                .containsExactly("b");
        assertThat(output(Topics.STOCK_EVENTS)).hasSize(2);
        assertThat(ignored).containsExactly("", "UNKNOWN_TYPE", "BEHIND_PARKED", "", "");
    }

    @Test
    void aTypeOfANewerReleaseThatNamesNoOrderStopsNothing() {
        InventoryCommand receive = commands.receive("r1", line("mug", 10));
        pipeUnknown(MessageKey.of(receive), receive.meta());
        pipe(receive);
        pipe(commands.reserve("a", line("mug", 4)));

        assertThat(ignored).containsExactly("UNKNOWN_TYPE", "", "");
    }

    /** A command of a type that consists of its meta alone, as one does that this release knows under another name. */
    private void pipeUnknown(String pool, Meta meta) {
        Schema schema = Schema.createRecord("CountStock", null, "dev.orderbackbone.contract.inventory", false);
        Schema known = ContractSchemas.of(OrderExpired.class);
        schema.setFields(List.of(new Schema.Field("meta", known.getField("meta").schema())));
        int id = registry.register(Topics.INVENTORY_COMMANDS.name() + "-" + schema.getFullName(), schema);
        byte[] value = serializer.serialize(new OrderExpired(meta));
        ByteBuffer.wrap(value).putInt(1, id);
        driver.createInputTopic(Topics.INVENTORY_COMMANDS.name(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(pool, value);
    }

    private TopologyTestDriver newDriver() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        return new TopologyTestDriver(topology.build(), properties, START);
    }

    private void pipe(InventoryCommand command) {
        input().pipeInput(MessageKey.of(command), command);
    }

    private TestInputTopic<String, Message> input() {
        return driver.createInputTopic(
                Topics.INVENTORY_COMMANDS.name(), Serdes.String().serializer(), serializer);
    }

    private List<StockLevel> levels() {
        return output(Topics.STOCK_LEVELS).stream()
                .map(record -> (StockLevel) record.value)
                .toList();
    }

    private List<KeyValue<String, Message>> output(Topic topic) {
        TestOutputTopic<String, Message> output =
                driver.createOutputTopic(topic.name(), Serdes.String().deserializer(), deserializer);
        return output.readKeyValuesToList();
    }
}
