package dev.orderbackbone.projection.flow;

import dev.orderbackbone.runtime.ParkReason;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Where records go that cannot be projected. Thread-safe. */
@FunctionalInterface
public interface Parking {
    /**
     * For read models that are filled no further than others which somebody projects into: there each of these records was parked before the
     * position passed it, and once is enough.
     */
    Parking DONE_BEFORE = (record, reason, error) -> {};

    /**
     * Parks a record, and returns when it is there for good.
     *
     * @throws org.apache.kafka.common.KafkaException if it cannot be parked now.
     */
    void park(ConsumerRecord<byte[], byte[]> record, ParkReason reason, String error);
}
