package dev.orderbackbone.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.acceptance.stack.Audit;
import dev.orderbackbone.acceptance.stack.RunningStack;
import dev.orderbackbone.acceptance.stack.SharedStack;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.inventory.ReceiveStock;
import dev.orderbackbone.contract.inventory.StockLine;
import dev.orderbackbone.contract.order.OrderPlaced;
import dev.orderbackbone.contract.order.ReturnedLine;
import dev.orderbackbone.contract.order.ShippedLine;
import dev.orderbackbone.orderevents.client.Answer;
import dev.orderbackbone.orderevents.client.Answer.Accepted;
import dev.orderbackbone.orderevents.client.Answer.Refused;
import dev.orderbackbone.orderevents.client.Cancellation;
import dev.orderbackbone.orderevents.client.FoundOrder;
import dev.orderbackbone.orderevents.client.NewOrder;
import dev.orderbackbone.orderevents.client.Return;
import dev.orderbackbone.orderevents.client.Shipment;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.MessageSerializer;
import dev.orderbackbone.testkit.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Messages that are well-formed and cannot be true: each is refused with the rule that it breaks, and changes nothing. */
@ExtendWith(SharedStack.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(Orders.CONTRADICTORY)
class ContradictoryInputTest {
    private static final Shop SHOP = new Shop("contradictory");
    private static final int AT_ONCE = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RunningStack stack;

    ContradictoryInputTest(RunningStack stack) {
        this.stack = stack;
    }

    @BeforeAll
    static void fillTheShelves(RunningStack stack) throws InterruptedException {
        SHOP.stock(stack, Shop.PLENTY, 1_000);
    }

    @Test
    void makesOneOrderOfManyIdenticalSubmissionsAtOnce() throws Exception {
        NewOrder order = oneUnit("at-once");

        assertThat(submitAtOnce(order)).hasSize(AT_ONCE).containsOnly(new Accepted(order.orderId()));
        stack.accepted().add(order.orderId());

        awaitStatus(order, "COMPLETED");
        assertThat(stack.mart().outcomeOf(order.orderId())).hasSize(1);
        assertThat(placed(order.orderId())).isEqualTo(1);
    }

    @Test
    void refusesOtherContentUnderAKnownKeyAtTheDoor() throws Exception {
        NewOrder first = oneUnit("known-key");
        Channel.HTTP.of(stack).submit(first);

        Answer answer = stack.http().submit(SHOP.order("known-key", SHOP.line(1, Shop.PLENTY, 2)));

        assertThat(answer).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.rule()).isEqualTo("other-content");
        });
        awaitStatus(first, "COMPLETED");
        assertThat(stack.mart().linesOf(first.orderId())).containsExactly(Shop.PLENTY + " 1");
    }

    @Test
    void refusesOtherContentUnderAKnownKeyInTheLog() throws Exception {
        NewOrder first = oneUnit("known-key-in-the-log");
        Channel.KAFKA.of(stack).submit(first);
        Channel.KAFKA.of(stack).submit(SHOP.order("known-key-in-the-log", SHOP.line(1, Shop.PLENTY, 2)));

        awaitRefusals(first.orderId(), "OrderSubmitted other-content");
        awaitStatus(first, "COMPLETED");
        assertThat(stack.mart().linesOf(first.orderId())).containsExactly(Shop.PLENTY + " 1");
    }

    @ParameterizedTest
    @EnumSource
    void refusesEventsOfAnOrderThatDoesNotExist(Channel channel) throws Exception {
        Bystanders bystanders = new Bystanders(stack, SHOP, "unknown-order-" + channel);
        String nobodys = oneUnit("never-submitted-" + channel).orderId();
        Storefront storefront = channel.of(stack);

        bystanders.order();
        storefront.cancel(nobodys, new Cancellation("c-1", "changed my mind", "customer"));
        storefront.ship(nobodys, new Shipment("s-1", List.of(new ShippedLine(1, 1)), null, null));
        storefront.takeBack(nobodys, new Return("r-1", List.of(new ReturnedLine(1, 1, true)), null));
        bystanders.order();

        awaitRefusals(
                nobodys,
                "CancellationRequested unknown-order",
                "ShipmentDispatched unknown-order",
                "ReturnReceived unknown-order");
        bystanders.awaitGoods();
    }

    @Test
    void refusesASubmissionUnderAnotherKeyThanItsOrderId() throws Exception {
        NewOrder order = oneUnit("under-another-key");
        String otherKey = oneUnit("another-key").orderId();

        write(Topics.ORDERS_INTAKE.name(), otherKey, Submissions.of(order));

        awaitRefusals(otherKey, "OrderSubmitted key-is-order-id");
        assertThat(stack.mart().outcomeOf(order.orderId())).isEmpty();
        assertThat(stack.mart().outcomeOf(otherKey)).isEmpty();
        Channel.KAFKA.of(stack).submit(order);
        awaitStatus(order, "COMPLETED");
    }

    @Test
    void doesNotPutGoodsOnAShelfThatTheyWereNotSentTo() throws Exception {
        NewOrder order = SHOP.order("astray", SHOP.line(1, "ASTRAY", 1));

        write(
                Topics.INVENTORY_COMMANDS.name(),
                "another-pool",
                new ReceiveStock(
                        Submissions.meta("", SHOP.name()), SHOP.name(), "astray", List.of(new StockLine("ASTRAY", 5))));
        Channel.HTTP.of(stack).submit(order);

        awaitStatus(order, "REJECTED");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void leavesNothingThatTheAuditorFindsWrong() throws Exception {
        stack.audit().awaitQuiet(PATIENCE);

        Audit.assertClean(stack.audit().report(true));
    }

    private static NewOrder oneUnit(String key) {
        return SHOP.order(key, SHOP.line(1, Shop.PLENTY, 1));
    }

    private List<Answer> submitAtOnce(NewOrder order) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                answers.add(clients.submit(() -> {
                    start.await();
                    return stack.http().submit(order);
                }));
            }
            start.countDown();
            List<Answer> given = new ArrayList<>();
            for (Future<Answer> answer : answers) {
                given.add(answer.get());
            }
            return given;
        }
    }

    private long placed(String orderId) {
        MessageDeserializer deserializer = MessageDeserializer.create(stack.registry());
        return stack.log().read(Topics.ORDERS_EVENTS).stream()
                .filter(record -> orderId.equals(new String(record.key(), UTF_8)))
                .filter(record -> deserializer.deserialize(record.value()) instanceof OrderPlaced)
                .count();
    }

    private void write(String topic, String key, Message message) throws InterruptedException {
        var _ = stack.log()
                .write(new ProducerRecord<>(
                        topic,
                        key.getBytes(UTF_8),
                        MessageSerializer.create(stack.registry()).serialize(message)));
    }

    private void awaitRefusals(String key, String... refusals) {
        Await.until(() -> assertThat(stack.mart().refusalsOf(key)).containsExactlyInAnyOrder(refusals));
    }

    private void awaitStatus(NewOrder order, String status) {
        Await.until(() -> assertThat(stack.http().find(order.orderId()))
                .map(FoundOrder::status)
                .contains(status));
    }
}
