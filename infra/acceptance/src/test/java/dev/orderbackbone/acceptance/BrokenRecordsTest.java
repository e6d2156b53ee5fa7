package dev.orderbackbone.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.acceptance.ParkedRecords.Parked;
import dev.orderbackbone.acceptance.stack.Audit;
import dev.orderbackbone.acceptance.stack.RunningStack;
import dev.orderbackbone.acceptance.stack.SharedStack;
import dev.orderbackbone.acceptance.stack.Switch.Changed;
import dev.orderbackbone.contract.order.ShippedLine;
import dev.orderbackbone.operator.verify.invariant.Consumer;
import dev.orderbackbone.operator.verify.invariant.Consumer.Kind;
import dev.orderbackbone.orderevents.client.FoundOrder;
import dev.orderbackbone.orderevents.client.NewOrder;
import dev.orderbackbone.orderevents.client.Shipment;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.serde.MessageSerializer;
import dev.orderbackbone.testkit.Await;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Records that are no messages, or not yet: each is put aside as it came, by each of its readers, and nobody else waits. */
@ExtendWith(SharedStack.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(Orders.BROKEN)
class BrokenRecordsTest {
    private static final Shop SHOP = new Shop("broken");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String UNDECODABLE = "UNDECODABLE";
    private static final String UNKNOWN_TYPE = "UNKNOWN_TYPE";
    private static final String MISPLACED = "MISPLACED";

    private final RunningStack stack;
    private final ParkedRecords parked;

    BrokenRecordsTest(RunningStack stack) {
        this.stack = stack;
        this.parked = new ParkedRecords(stack);
    }

    @BeforeAll
    static void fillTheShelves(RunningStack stack) throws InterruptedException {
        SHOP.stock(stack, Shop.PLENTY, 1_000);
    }

    @ParameterizedTest
    @EnumSource
    void areParkedByEachReaderOfEachTopicWhileOtherOrdersGoOn(Breakage breakage) throws Exception {
        Bystanders bystanders = new Bystanders(stack, SHOP, breakage.name());
        List<Parked> expected = new ArrayList<>();

        bystanders.order();
        for (Topic topic : topicsThatAreRead()) {
            byte[] value = breakage.valueFor(topic, stack.registry());
            expected.addAll(writeToEachPartition(topic, breakage.name(), value, UNDECODABLE, consumer -> true));
        }
        bystanders.order();

        bystanders.awaitGoods();
        awaitParked(expected);
    }

    @Test
    void ofANewerReleasesTypeWaitAtThoseWhoDecideAndAreSkippedByReadModels() throws Exception {
        Bystanders bystanders = new Bystanders(stack, SHOP, "newer-types");
        FutureRelease future = new FutureRelease(stack.registry());
        List<Parked> expected = new ArrayList<>();

        bystanders.order();
        for (Topic topic : topicsThatAreRead()) {
            byte[] value = future.unknownTypeOn(topic);
            expected.addAll(writeToEachPartition(
                    topic, "of-tomorrow", value, UNKNOWN_TYPE, consumer -> consumer.kind() != Kind.PROJECTION));
        }
        bystanders.order();

        bystanders.awaitGoods();
        awaitParked(expected);
    }

    @Test
    void ofANewerReleasesTypeAreNotOvertakenByLaterRecordsOfTheirOrder() throws Exception {
        Bystanders bystanders = new Bystanders(stack, SHOP, "not-overtaken");
        NewOrder waiting = SHOP.order("waits-for-the-upgrade", SHOP.line(1, Shop.PLENTY, 1));
        byte[] key = waiting.orderId().getBytes(UTF_8);
        try (Changed _ = stack.warehouse().to("{\"shipping\":false}", "{\"shipping\":true}")) {
            Channel.HTTP.of(stack).submit(waiting);
            awaitStatus(waiting, "CONFIRMED");
            stack.log()
                    .write(new ProducerRecord<>(
                            Topics.ORDERS_INTAKE.name(),
                            key,
                            new FutureRelease(stack.registry()).unknownTypeOn(Topics.ORDERS_INTAKE)));
            Channel.HTTP
                    .of(stack)
                    .ship(waiting.orderId(), new Shipment("s-1", List.of(new ShippedLine(1, 1)), null, null));
        }
        bystanders.order();
        bystanders.awaitGoods();

        Await.until(() -> assertThat(reasonsOf(key)).startsWith(UNKNOWN_TYPE, "BEHIND_PARKED"));
        awaitStatus(waiting, "CONFIRMED");
    }

    /** As producers put them that are not Java's and have not been told how to. */
    @Test
    void inAnotherPartitionThanTheirKeysAreParkedSoThatNoOrderIsDecidedOnTwice() throws Exception {
        NewOrder order = SHOP.order("misplaced", SHOP.line(1, Shop.PLENTY, 1));
        byte[] key = order.orderId().getBytes(UTF_8);
        byte[] value = MessageSerializer.create(stack.registry()).serialize(Submissions.of(order));
        for (int partition = 0; partition < stack.partitions(); partition++) {
            stack.log().write(new ProducerRecord<>(Topics.ORDERS_INTAKE.name(), partition, key, value));
        }

        Await.until(() -> assertThat(reasonsOf(key)).containsOnly(MISPLACED).hasSize(stack.partitions() - 1));
        awaitStatus(order, "COMPLETED");
    }

    @Test
    void withoutAKeyAreParked() throws Exception {
        NewOrder order = SHOP.order("without-a-key", SHOP.line(1, Shop.PLENTY, 1));
        byte[] value = MessageSerializer.create(stack.registry()).serialize(Submissions.of(order));

        RecordMetadata written = stack.log().write(new ProducerRecord<>(Topics.ORDERS_INTAKE.name(), null, value));

        awaitParked(List.of(Parked.of(
                Topics.ORDER_EVENTS,
                MISPLACED,
                ParkedRecords.origin(written.topic(), written.partition(), written.offset()),
                null,
                value)));
        assertThat(stack.mart().outcomeOf(order.orderId())).isEmpty();
    }

    @Test
    void ofANewerVersionOfAKnownTypeAreUnderstood() throws Exception {
        NewOrder order = SHOP.order("with-a-gift-note", SHOP.line(1, Shop.PLENTY, 2));

        stack.log()
                .write(new ProducerRecord<>(
                        Topics.ORDERS_INTAKE.name(),
                        order.orderId().getBytes(UTF_8),
                        new FutureRelease(stack.registry()).withNewField(Submissions.of(order), Topics.ORDERS_INTAKE)));

        awaitStatus(order, "COMPLETED");
        assertThat(stack.mart().linesOf(order.orderId())).containsExactly(Shop.PLENTY + " 2");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void leaveNothingThatTheAuditorFindsWrong() throws Exception {
        stack.audit().awaitQuiet(PATIENCE);

        Audit.assertClean(stack.audit().report(false));
    }

    /** But for those that only carry what operators send back: what is broken there is no demand, and nobody's loss. */
    private static List<Topic> topicsThatAreRead() {
        return Topics.ALL.stream()
                .filter(topic -> !Topics.REDRIVE.contains(topic))
                .filter(topic -> Consumer.ALL.stream().anyMatch(reads(topic)))
                .toList();
    }

    private static Predicate<Consumer> reads(Topic topic) {
        return consumer -> consumer.inputs().contains(topic);
    }

    /** Into each partition, so that nobody can be where no broken record is. Returns what the chosen readers are to put aside. */
    private List<Parked> writeToEachPartition(
            Topic topic, String key, byte @Nullable [] value, String reason, Predicate<Consumer> whoParks)
            throws InterruptedException {
        List<Parked> expected = new ArrayList<>();
        for (int partition = 0; partition < stack.partitions(); partition++) {
            byte[] keyBytes = (key + "-" + topic.name() + "-" + partition).getBytes(UTF_8);
            RecordMetadata written = stack.log().write(new ProducerRecord<>(topic.name(), partition, keyBytes, value));
            String origin = ParkedRecords.origin(topic.name(), partition, written.offset());
            Consumer.ALL.stream()
                    .filter(reads(topic).and(whoParks))
                    .map(consumer -> Parked.of(consumer.parksAs(), reason, origin, keyBytes, value))
                    .forEach(expected::add);
        }
        return expected;
    }

    private void awaitParked(List<Parked> expected) {
        assertThat(expected).isNotEmpty();
        Await.until(() -> {
            List<Parked> all = RunningStack.SERVICES.stream()
                    .flatMap(service -> parked.of(service).stream())
                    .toList();
            assertThat(all).containsAll(expected);
        });
    }

    private List<String> reasonsOf(byte[] key) {
        return parked.of(Topics.ORDER_EVENTS).stream()
                .filter(record -> ByteBuffer.wrap(key).equals(record.key()))
                .map(Parked::reason)
                .toList();
    }

    private void awaitStatus(NewOrder order, String status) {
        Await.until(() -> assertThat(stack.http().find(order.orderId()))
                .map(FoundOrder::status)
                .contains(status));
    }
}
