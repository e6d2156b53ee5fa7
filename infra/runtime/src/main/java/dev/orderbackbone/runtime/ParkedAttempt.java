package dev.orderbackbone.runtime;

import dev.orderbackbone.runtime.ParkedHeaders.Origin;

/**
 * Which record was parked, and how often.
 *
 * @param topic where it was first read; empty for a passed deadline.
 * @param timestamp its own, milliseconds since 1970; of a passed deadline, when it failed first.
 * @param attempt 1 for the first time that it was parked, and one more for each time that it was redriven and parked again.
 */
record ParkedAttempt(String topic, int partition, long offset, long timestamp, int attempt) {
    static ParkedAttempt of(Origin origin, int attempt) {
        return new ParkedAttempt(origin.topic(), origin.partition(), origin.offset(), origin.timestamp(), attempt);
    }
}
