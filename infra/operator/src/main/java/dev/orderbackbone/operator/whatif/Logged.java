package dev.orderbackbone.operator.whatif;

import dev.orderbackbone.operator.verify.evidence.Place;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A record as it was read. Its bytes stay bytes until its history is folded: that takes a fifth of the memory. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Logged(Place place, Instant timestamp, byte @Nullable [] value) {
    static Logged of(ConsumerRecord<byte[], byte[]> record) {
        return new Logged(
                new Place(record.topic(), record.partition(), record.offset()),
                Instant.ofEpochMilli(record.timestamp()),
                record.value());
    }
}
