package dev.orderbackbone.inventory;

import static dev.orderbackbone.inventory.domain.Commands.line;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.inventory.InventoryCommand;
import dev.orderbackbone.contract.inventory.StockLine;
import dev.orderbackbone.inventory.domain.Commands;
import dev.orderbackbone.inventory.domain.Movement;
import dev.orderbackbone.local.Distribution;
import dev.orderbackbone.local.KafkaBroker;
import dev.orderbackbone.local.Launcher;
import dev.orderbackbone.local.RunningComponent;
import dev.orderbackbone.local.SchemaRegistry;
import dev.orderbackbone.schemas.MessageKey;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.registry.HttpSchemaRegistryClient;
import dev.orderbackbone.schemas.registry.RegistrySettings;
import dev.orderbackbone.schemas.registry.SchemaDeployment;
import dev.orderbackbone.schemas.registry.SchemaRegistryClient;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.MessageSerializer;
import dev.orderbackbone.testkit.Await;
import dev.orderbackbone.testkit.TestKafka;
import dev.orderbackbone.testkit.TestPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The service as it is installed: a process of its own between a real broker, registry and database, which is killed while it works. */
class InventoryProjectorTest {
    private static final int ORDERS = 150;
    private static final int SKUS = 5;

    @RegisterExtension
    static final TestKafka KAFKA = TestKafka.withPartitions(2);

    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    @TempDir
    static Path folder;

    private final Commands commands = new Commands(1);

    @Test
    void decidesAndProjectsExactlyOnceThoughItIsKilledAgainAndAgain() throws Exception {
        SchemaRegistry registry = SchemaRegistry.onFreePorts(
                Distribution.ofBuild(), (KafkaBroker) KAFKA.process().component());
        try (RunningComponent _ = Launcher.forTests(folder.resolve("registry")).start(registry);
                ProjectorProcess projector = new ProjectorProcess(environment(registry), folder)) {
            SchemaRegistryClient client = HttpSchemaRegistryClient.connect(RegistrySettings.of(registry.url()));
            SchemaDeployment.registerAll(client);
            MessageSerializer serializer = MessageSerializer.create(client);

            projector.start();
            send(serializer, receipts());
            Await.until(() -> assertThat(projector.get("/health/readiness")).startsWith("200"));
            for (int half = 0; half < 2; half++) {
                int answeredBefore = answered();
                send(serializer, lives(half * ORDERS / 2, (half + 1) * ORDERS / 2));
                Await.until(() -> assertThat(answered()).isGreaterThan(answeredBefore));
                projector.killHard();
                projector.start();
            }
            Await.until(() -> assertThat(answered()).isEqualTo(3 * ORDERS));

            Await.until(() -> assertThat(projector.get("/health/readiness")).startsWith("200"));
            assertThat(projector.get("/health/liveness")).startsWith("200");
            assertThat(projector.get("/health")).contains("\"streams\"", "\"projection\"", "RUNNING");
            assertThat(projector.get("/prometheus"))
                    .contains("backbone_inputs_total", "backbone_projection_applied_total", "backbone_projection_lag");
            assertThat(projector.get("/freshness")).startsWith("200").contains("inventory.events.v1");
            assertThatEachCommandWasAnsweredOnce(MessageDeserializer.create(client));
            Await.until(this::assertThatTheMartAgrees);
            assertThat(projector.stop()).isEqualTo(143);
            assertThat(projector.log()).doesNotContainPattern("ERROR .* d\\.o\\.");
        }
    }

    private Stream<InventoryCommand> receipts() {
        return IntStream.range(0, SKUS).mapToObj(sku -> commands.receive("r" + sku, line(sku(sku), 10 * ORDERS)));
    }

    /** Each order reserves two SKUs, ships one of them, and has the other released. */
    private Stream<InventoryCommand> lives(int first, int end) {
        return IntStream.range(first, end).boxed().flatMap(number -> {
            String order = "order-" + number;
            StockLine shipped = line(sku(number), 2);
            return Stream.of(
                    commands.reserve(order, shipped, line(sku(number + 1), 1)),
                    commands.consume(order, "s1", shipped),
                    commands.release(order));
        });
    }

    private static String sku(int number) {
        return "sku-" + number % SKUS;
    }

    private static void send(MessageSerializer serializer, Stream<InventoryCommand> commands) {
        commands.forEach(command -> KAFKA.send(new ProducerRecord<>(
                Topics.INVENTORY_COMMANDS.name(),
                MessageKey.of(command).getBytes(UTF_8),
                serializer.serialize(command))));
    }

    private static int answered() {
        return KAFKA.read(Topics.INVENTORY_EVENTS).size();
    }

    private static void assertThatEachCommandWasAnsweredOnce(MessageDeserializer deserializer) {
        List<Message> answers = Stream.concat(
                        KAFKA.read(Topics.INVENTORY_EVENTS).stream(), KAFKA.read(Topics.STOCK_EVENTS).stream())
                .map(record -> deserializer.deserialize(record.value()))
                .toList();
        assertThat(answers)
                .<UUID>extracting(answer -> answer.meta().causationId())
                .doesNotHaveDuplicates()
                .hasSize(3 * ORDERS + SKUS);
        assertThat(answers)
                .extracting(Movement::sequenceOf)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, answers.size()).boxed().toList());
    }

    private void assertThatTheMartAgrees() throws SQLException {
        String levels = "select sku || ' ' || on_hand || ' ' || reserved from mart.stock_levels order by sku";
        String movements = "select sku || ' ' || sum(on_hand_change) || ' ' || sum(reserved_change) "
                + "from mart.stock_movements group by sku order by sku";
        assertThat(query(movements)).hasSize(SKUS).isEqualTo(query(levels));
        assertThat(query(levels))
                .containsExactlyElementsOf(IntStream.range(0, SKUS)
                        .mapToObj(sku -> sku(sku) + " " + (10 * ORDERS - 2 * ORDERS / SKUS) + " 0")
                        .toList());
        assertThat(query("select topic from mart.freshness where lag_records > 0"))
                .isEmpty();
    }

    private static List<String> query(String sql) throws SQLException {
        try (Connection connection = POSTGRES.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            Stream.Builder<String> rows = Stream.builder();
            while (row.next()) {
                rows.add(row.getString(1));
            }
            return rows.build().toList();
        }
    }

    private static Map<String, String> environment(SchemaRegistry registry) {
        return Map.of(
                "STREAMS_SESSION_TIMEOUT",
                "6s",
                "STREAMS_TRANSACTION_TIMEOUT",
                "3s",
                "KAFKA_BOOTSTRAP_SERVERS",
                KAFKA.bootstrapServers(),
                "SCHEMA_REGISTRY_URL",
                registry.url(),
                "DATASOURCE_URL",
                POSTGRES.jdbcUrl(),
                "DATASOURCE_USERNAME",
                POSTGRES.username(),
                "DATASOURCE_PASSWORD",
                POSTGRES.password());
    }
}
