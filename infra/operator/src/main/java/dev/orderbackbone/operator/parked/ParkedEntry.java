package dev.orderbackbone.operator.parked;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.operator.verify.evidence.ParkedRecord;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A parked record, read.
 *
 * @param record where it stands, where it came from, and the service's word for why.
 * @param error what exactly was wrong, in the service's words.
 * @param at when it was parked.
 * @param orderId the order that it concerns; empty where it concerns none, or does not tell.
 * @param message what it says; null where its bytes do not decode.
 * @param undecodable why they do not; empty where they do.
 * @param bytes size of its value.
 * @param headers all of them, its own and those of its parking.
 * @param raw as it stands on the parked topic.
 */
public record ParkedEntry(
        ParkedRecord record,
        String error,
        Instant at,
        String orderId,
        @Nullable Message message,
        String undecodable,
        int bytes,
        Map<String, String> headers,
        ConsumerRecord<byte[], byte[]> raw) {
    /** Copies the map; the order of the headers stays. */
    public ParkedEntry {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** Record name, or that it does not decode. */
    String type() {
        return message == null ? "(does not decode)" : message.getClass().getSimpleName();
    }

    /** Whether it came back before, and was parked again. */
    boolean isBackAgain() {
        return record.attempt() > 1;
    }
}
