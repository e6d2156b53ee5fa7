package dev.orderbackbone.operator.parked;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.operator.verify.evidence.ParkedRecord;
import dev.orderbackbone.operator.verify.evidence.Place;
import dev.orderbackbone.schemas.MessageKey;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Parked records, for tests. */
final class ParkedEntries {
    private final String service;
    private final Topic origin;
    private long parked;

    /** Of one service, from one topic. */
    ParkedEntries(String service, Topic origin) {
        this.service = service;
        this.origin = origin;
    }

    ParkedEntry inLine(String line, Message message) {
        return entry(MessageKey.of(message), line, "DECIDER_FAILED", message);
    }

    /** Of a type that nobody knows yet. */
    ParkedEntry unknownInLine(String line, String key) {
        return entry(key, line, "UNKNOWN_TYPE", null);
    }

    ParkedEntry alone(String key, String reason, @Nullable Message message) {
        return entry(key, "", reason, message);
    }

    private ParkedEntry entry(String key, String line, String reason, @Nullable Message message) {
        long offset = parked++;
        Place place = new Place(Topics.parkedOf(service).name(), 0, offset);
        Place from = new Place(origin.name(), 0, 100 + offset);
        ParkedRecord record =
                new ParkedRecord(service, key, place, from, reason, offset, false, from.toString(), 1, line, null);
        return new ParkedEntry(
                record,
                "boom",
                Instant.ofEpochSecond(offset),
                message == null ? key : message.meta().orderId(),
                message,
                message == null ? "CORRUPT" : "",
                3,
                Map.of(),
                new ConsumerRecord<>(place.source(), 0, offset, key.getBytes(UTF_8), new byte[] {1}));
    }
}
