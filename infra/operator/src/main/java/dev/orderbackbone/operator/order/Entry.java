package dev.orderbackbone.operator.order;

import java.time.Instant;
import java.util.Map;

/**
 * One record of a timeline.
 *
 * @param time when it was decided or observed.
 * @param type record name, or why the bytes do not decode.
 * @param eventId empty where the bytes do not decode.
 * @param causationId of the event that caused it; its own id where nothing did.
 * @param summary what it says, for people.
 * @param parked headers of a parked record, which say by whom and why; empty of all others.
 */
record Entry(
        Instant time,
        String topic,
        int partition,
        long offset,
        String type,
        String eventId,
        String causationId,
        String summary,
        Map<String, String> parked) {

    Entry {
        parked = Map.copyOf(parked);
    }

    String place() {
        return topic + "/" + partition + "@" + offset;
    }
}
