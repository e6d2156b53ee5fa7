package dev.orderbackbone.operator.parked;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.contract.order.OrderSubmitted;
import dev.orderbackbone.runtime.ParkReason;
import dev.orderbackbone.runtime.ParkedHeaders;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.testkit.TestKafka;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Parks what a decider failed on, as order-events does. */
final class Parked {
    private Parked() {}

    /** Says that the submission stood at that offset of the intake, and was parked at that time. */
    static void park(TestKafka kafka, OrderSubmitted submitted, long offset, Instant at) {
        ParkedHeaders.Origin origin = new ParkedHeaders.Origin(Topics.ORDERS_INTAKE.name(), 0, offset, 1);
        kafka.send(new ProducerRecord<>(
                Topics.ORDER_EVENTS_PARKED.name(),
                null,
                submitted.meta().orderId().getBytes(UTF_8),
                kafka.serializer().serialize(submitted),
                ParkedHeaders.of(
                        new RecordHeaders(), Topics.ORDER_EVENTS, origin, ParkReason.DECIDER_FAILED, "boom", at)));
    }
}
