package dev.orderbackbone.projection.domain;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.inventory.ReservationConsumed;
import dev.orderbackbone.contract.inventory.ReservationReleased;
import dev.orderbackbone.contract.inventory.Shortage;
import dev.orderbackbone.contract.inventory.StockAdjusted;
import dev.orderbackbone.contract.inventory.StockLevel;
import dev.orderbackbone.contract.inventory.StockLine;
import dev.orderbackbone.contract.inventory.StockReceived;
import dev.orderbackbone.contract.inventory.StockRefused;
import dev.orderbackbone.contract.inventory.StockReserved;
import dev.orderbackbone.contract.inventory.StockReturned;
import dev.orderbackbone.contract.notification.Channel;
import dev.orderbackbone.contract.notification.Milestone;
import dev.orderbackbone.contract.notification.NotificationFailed;
import dev.orderbackbone.contract.notification.NotificationSent;
import dev.orderbackbone.contract.notification.NotificationSuppressed;
import dev.orderbackbone.contract.order.CancellationReason;
import dev.orderbackbone.contract.order.Charge;
import dev.orderbackbone.contract.order.HoldReason;
import dev.orderbackbone.contract.order.IntakeRefused;
import dev.orderbackbone.contract.order.OrderLine;
import dev.orderbackbone.contract.order.OrderStatus;
import dev.orderbackbone.contract.order.ReturnedLine;
import dev.orderbackbone.contract.order.ShippedLine;
import dev.orderbackbone.contract.payment.GatewayOperation;
import dev.orderbackbone.contract.payment.GatewayOutcome;
import dev.orderbackbone.contract.payment.PaymentAuthorized;
import dev.orderbackbone.contract.payment.PaymentCaptured;
import dev.orderbackbone.contract.payment.PaymentDeclined;
import dev.orderbackbone.contract.payment.PaymentOutcomeResolved;
import dev.orderbackbone.contract.payment.PaymentOutcomeUnknown;
import dev.orderbackbone.contract.payment.PaymentRefunded;
import dev.orderbackbone.contract.payment.PaymentVoided;
import dev.orderbackbone.schemas.MessageKey;
import dev.orderbackbone.schemas.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;

/** Random logs: what the services could have written for some orders, spread over partitions, with gaps where transactions ended. */
public final class Histories {
    public static final int PARTITIONS = 2;

    private static final List<String> CURRENCIES = List.of("GBP", "JPY", "KWD");

    private final Random random;
    private final Map<TopicPartition, List<Incoming>> log = new HashMap<>();
    private final String pool;
    private long poolSequence;

    private Histories(long seed) {
        pool = "pool-" + seed;
        random = new Random(seed);
    }

    /** The log of {@code orders} orders; by partition, in the order of offsets. The same for the same arguments. */
    public static Map<TopicPartition, List<Incoming>> log(long seed, int orders) {
        Histories histories = new Histories(seed);
        List<List<Message>> lives = IntStream.range(0, orders)
                .mapToObj(order -> histories.lifeOf("order-%d-%04d".formatted(seed, order)))
                .toList();
        histories.interleave(lives);
        return histories.log;
    }

    private void interleave(List<List<Message>> lives) {
        List<List<Message>> open = new ArrayList<>(
                lives.stream().<List<Message>>map(ArrayList::new).toList());
        while (!open.isEmpty()) {
            List<Message> life = open.get(random.nextInt(open.size()));
            append(life.removeFirst());
            open.removeIf(List::isEmpty);
        }
    }

    private void append(Message message) {
        String topic = Topics.of(message.getClass()).name();
        int partition = Math.floorMod(MessageKey.of(message).hashCode(), PARTITIONS);
        List<Incoming> records = log.computeIfAbsent(new TopicPartition(topic, partition), key -> new ArrayList<>());
        long next = records.isEmpty() ? 0 : records.getLast().source().offset() + 1;
        long gap = random.nextInt(4) == 0 ? 1 : 0;
        records.add(Story.at(topic, partition, next + gap, message));
    }

    private List<Message> lifeOf(String orderId) {
        Story story = new Story(orderId);
        List<Message> life = new ArrayList<>();
        String currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
        List<OrderLine> lines = IntStream.rangeClosed(1, random.nextInt(1, 5))
                .mapToObj(number ->
                        Story.line(number, "sku-" + random.nextInt(6), random.nextInt(1, 9), random.nextInt(500)))
                .toList();
        List<Charge> charges = random.nextBoolean() ? List.of() : List.of(new Charge("POST", null, 300));
        life.add(story.placed(currency, lines, charges));
        stock(story, life);
        switch (random.nextInt(5)) {
            case 0 -> refuse(story, life);
            case 1 -> decline(story, life);
            case 2 -> hold(story, life, currency);
            default -> confirm(story, life, currency);
        }
        if (random.nextInt(6) == 0) {
            life.add(new IntakeRefused(story.meta(), "ShipmentDispatched", "order-held", "", "it \0 is held"));
        }
        return life;
    }

    private void stock(Story story, List<Message> life) {
        String sku = "sku-" + random.nextInt(6);
        if (random.nextBoolean()) {
            life.add(new StockReceived(story.meta(), pool, ++poolSequence, sku, "receipt", 10));
        } else {
            life.add(new StockAdjusted(story.meta(), pool, ++poolSequence, sku, "adjustment", "count", -10, -3));
        }
        life.add(new StockLevel(story.meta(), pool, poolSequence, sku, random.nextInt(100) + 10L, 10));
    }

    private void refuse(Story story, List<Message> life) {
        life.add(new StockRefused(story.meta(), pool, ++poolSequence, List.of(new Shortage("sku-1", 9, 2))));
        life.add(story.rejected(CancellationReason.OUT_OF_STOCK));
        life.add(new NotificationSuppressed(
                story.meta(), "m-" + poolSequence, Milestone.REJECTED, "", Channel.EMAIL, "no-address"));
    }

    private void decline(Story story, List<Message> life) {
        reserve(story, life);
        life.add(new PaymentDeclined(story.meta(), "insufficient_funds"));
        life.add(story.cancelling(CancellationReason.PAYMENT_DECLINED));
        life.add(new ReservationReleased(story.meta(), pool, ++poolSequence, List.of(new StockLine("sku-1", 2))));
        life.add(story.rejected(CancellationReason.PAYMENT_DECLINED));
    }

    private void hold(Story story, List<Message> life, String currency) {
        reserve(story, life);
        life.add(new PaymentOutcomeUnknown(story.meta(), GatewayOperation.AUTHORIZE, "", 500, currency, false));
        life.add(story.held(HoldReason.PAYMENT_UNKNOWN, OrderStatus.PENDING));
        if (random.nextBoolean()) {
            life.add(new PaymentOutcomeResolved(
                    story.meta(), GatewayOperation.AUTHORIZE, "", GatewayOutcome.APPROVED, "gateway"));
            life.add(story.released(HoldReason.PAYMENT_UNKNOWN, OrderStatus.PENDING));
            life.add(story.cancelling(CancellationReason.REQUESTED));
            life.add(new PaymentAuthorized(story.meta(), 500, currency, "auth"));
            life.add(new PaymentVoided(story.meta(), 500, currency));
            life.add(story.cancelled());
        }
    }

    private void confirm(Story story, List<Message> life, String currency) {
        reserve(story, life);
        life.add(new PaymentAuthorized(story.meta(), 500, currency, "auth"));
        life.add(story.confirmed(500));
        life.add(new NotificationFailed(
                story.meta(), "c-" + poolSequence, Milestone.CONFIRMED, "", Channel.EMAIL, 1, "bounced"));
        life.add(new NotificationSent(story.meta(), "c-" + poolSequence, Milestone.CONFIRMED, "", Channel.EMAIL, 2));
        for (int shipment = 1; shipment <= random.nextInt(3); shipment++) {
            String id = "s" + shipment;
            life.add(story.shipped(id, 100, new ShippedLine(random.nextInt(1, 5), 1), new ShippedLine(1, 1)));
            life.add(new ReservationConsumed(
                    story.meta(), pool, ++poolSequence, id, List.of(new StockLine("sku-1", 1))));
            life.add(new PaymentCaptured(story.meta(), id, 100, currency));
        }
        if (random.nextBoolean()) {
            life.add(story.completed(200));
            life.add(story.returned("t1", 50, new ReturnedLine(1, 1, true)));
            life.add(new StockReturned(story.meta(), pool, ++poolSequence, "t1", List.of(new StockLine("sku-1", 1))));
            life.add(new PaymentRefunded(story.meta(), "t1", 50, currency));
        }
    }

    private void reserve(Story story, List<Message> life) {
        life.add(new StockReserved(
                story.meta(),
                pool,
                ++poolSequence,
                List.of(new StockLine("sku-1", 2), new StockLine("sku-2", random.nextInt(1, 5)))));
    }
}
