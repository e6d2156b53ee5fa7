package dev.orderbackbone.runtime;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * Takes a record whatever its timestamp is. Clients may send none (-1), which brokers accept and Kafka Streams by default dies of, for ever:
 * such a record counts as written now. Decisions do not go by it.
 */
final class AnyTimestamp implements TimestampExtractor {
    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        return record.timestamp() >= 0 ? record.timestamp() : System.currentTimeMillis();
    }
}
