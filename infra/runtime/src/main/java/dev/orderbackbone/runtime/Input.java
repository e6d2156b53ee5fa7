package dev.orderbackbone.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.runtime.ParkedHeaders.Origin;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * A record to be decided on, be it for the first time or again.
 *
 * @param record its key, value and own headers.
 * @param origin where it was first read.
 * @param readFrom the topic that it was read from now, under which it is counted.
 * @param offset of that reading.
 * @param redrive what an operator wants done with it; null where it comes for the first time.
 */
record Input(
        Record<byte[], byte[]> record,
        Origin origin,
        String readFrom,
        long offset,
        @Nullable Redrive redrive) {

    static Input live(Record<byte[], byte[]> record, RecordMetadata metadata) {
        Origin origin = new Origin(metadata.topic(), metadata.partition(), metadata.offset(), record.timestamp());
        return new Input(record, origin, metadata.topic(), metadata.offset(), null);
    }

    /** A parked record that comes again. */
    static Input again(Record<byte[], byte[]> record, RecordMetadata metadata, Redrive redrive) {
        return new Input(
                record.withHeaders(ParkedHeaders.own(record.headers())),
                redrive.origin(),
                metadata.topic(),
                metadata.offset(),
                redrive);
    }

    String key() {
        return record.key() == null ? "" : new String(record.key(), UTF_8);
    }

    /** The line that does not stop it, as it is its first. */
    @Nullable
    String ownLine() {
        Turn turn = redrive == null ? null : redrive.turn();
        return turn == null ? null : turn.line();
    }

    /** How often it will have been parked if it is parked now. */
    int nextAttempt() {
        return redrive == null ? 1 : redrive.attempt() + 1;
    }
}
