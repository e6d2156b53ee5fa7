package dev.orderbackbone.projection.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.inventory.ReservationConsumed;
import dev.orderbackbone.contract.inventory.StockLevel;
import dev.orderbackbone.contract.inventory.StockLine;
import dev.orderbackbone.contract.inventory.StockReserved;
import dev.orderbackbone.contract.notification.Channel;
import dev.orderbackbone.contract.notification.Milestone;
import dev.orderbackbone.contract.notification.NotificationSent;
import dev.orderbackbone.contract.order.OrderLine;
import dev.orderbackbone.contract.order.ShippedLine;
import dev.orderbackbone.contract.payment.PaymentAuthorized;
import dev.orderbackbone.contract.payment.PaymentCaptured;
import dev.orderbackbone.projection.domain.Story;
import dev.orderbackbone.schemas.MessageKey;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.serde.MessageSerializer;
import dev.orderbackbone.testkit.TestKafka;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Orders for measuring, stage by stage: while some are placed, those before them are confirmed, shipped, completed. */
final class OrderWaves {
    private static final int SKUS = 3_000;

    private final int ordersInAWave;
    private long poolSequence;

    OrderWaves(int ordersInAWave) {
        this.ordersInAWave = ordersInAWave;
    }

    /** So many waves of new orders, and what becomes of them. */
    List<List<Message>> waves(int waves) {
        List<List<Message>> made = new ArrayList<>();
        List<List<Story>> stages = new ArrayList<>();
        for (int wave = 0; wave < waves + 3; wave++) {
            List<Message> messages = new ArrayList<>();
            if (wave < waves) {
                stages.add(IntStream.range(0, ordersInAWave)
                        .mapToObj(
                                order -> new Story(UUID.randomUUID().toString().substring(0, 24)))
                        .toList());
                stages.get(wave).forEach(story -> place(story, messages));
            }
            if (wave >= 1 && wave <= waves) {
                stages.get(wave - 1).forEach(story -> confirm(story, messages));
            }
            if (wave >= 2 && wave <= waves + 1) {
                stages.get(wave - 2).forEach(story -> ship(story, messages));
            }
            if (wave >= 3) {
                stages.get(wave - 3).forEach(story -> messages.add(story.completed(1_000)));
            }
            made.add(messages);
        }
        return made;
    }

    private void place(Story story, List<Message> messages) {
        List<OrderLine> lines = IntStream.rangeClosed(1, 3)
                .mapToObj(number -> Story.line(number, sku(number), 2, 150))
                .toList();
        messages.add(story.placed("GBP", lines, List.of()));
        messages.add(new StockReserved(story.meta(), "main", ++poolSequence, stock()));
        messages.add(new PaymentAuthorized(story.meta(), 900, "GBP", "auth-0123456789"));
    }

    private void confirm(Story story, List<Message> messages) {
        messages.add(story.confirmed(900));
        messages.add(new NotificationSent(
                story.meta(), UUID.randomUUID().toString(), Milestone.CONFIRMED, "", Channel.EMAIL, 1));
        IntStream.range(0, 2)
                .forEach(count ->
                        messages.add(new StockLevel(story.meta(), "main", poolSequence, sku(count), 1_000, 10)));
    }

    private void ship(Story story, List<Message> messages) {
        messages.add(story.shipped("s1", 900, new ShippedLine(1, 2), new ShippedLine(2, 2), new ShippedLine(3, 2)));
        messages.add(new ReservationConsumed(story.meta(), "main", ++poolSequence, "s1", stock()));
        messages.add(new PaymentCaptured(story.meta(), "s1", 900, "GBP"));
        messages.add(new NotificationSent(
                story.meta(), UUID.randomUUID().toString(), Milestone.SHIPPED, "s1", Channel.EMAIL, 1));
    }

    private List<StockLine> stock() {
        return IntStream.rangeClosed(1, 3)
                .mapToObj(number -> new StockLine(sku(number), 2))
                .toList();
    }

    private String sku(int number) {
        return "SKU-" + (poolSequence * 7 + number) % SKUS;
    }

    /** Writes them to their topics. */
    static void write(TestKafka kafka, List<List<Message>> waves) {
        MessageSerializer serializer = kafka.serializer();
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(kafka.clientProperties(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (List<Message> wave : waves) {
                for (Message message : wave) {
                    Future<RecordMetadata> _ = producer.send(new ProducerRecord<>(
                            Topics.of(message.getClass()).name(),
                            MessageKey.of(message).getBytes(UTF_8),
                            serializer.serialize(message)));
                }
            }
        }
    }
}
