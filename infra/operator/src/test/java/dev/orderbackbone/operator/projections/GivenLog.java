package dev.orderbackbone.operator.projections;

import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.order.OrderExpired;
import dev.orderbackbone.operator.change.RecordTally;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** A log in which an order expires at each offset. */
record GivenLog(Map<TopicPartition, Long> beginnings) implements SourceLog {
    @Override
    public Map<TopicPartition, Long> beginnings(Collection<TopicPartition> partitions) {
        return beginnings;
    }

    @Override
    public void read(Map<TopicPartition, Long> from, Map<TopicPartition, Long> to, RecordTally tally) {
        UUID id = new UUID(0, 0);
        to.forEach((partition, end) -> {
            for (long offset = from.getOrDefault(partition, 0L); offset < end; offset++) {
                tally.add(
                        new ConsumerRecord<>(
                                partition.topic(), partition.partition(), offset, new byte[0], new byte[0]),
                        new OrderExpired(new Meta(id, "order-" + offset, 1, Instant.EPOCH, id, "shop")));
            }
        });
    }
}
