package dev.orderbackbone.runtime;

import dev.orderbackbone.runtime.ParkedHeaders.Origin;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * What is written to a parked topic for a record: its key and value as they came, and the {@link ParkedHeaders}. Where that is more than a
 * record may have, only a key of usual length is copied ({@link ParkedHeaders#LEFT_AT_ORIGIN}): the rest can be had where it came from.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared: it is on its way to a producer
public record ParkedCopy(byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
    private static final int LONGEST_KEY_BYTES = 1_000;

    /** The copy of a record with these headers of its own, parked for the first time and with no line behind it. */
    public static ParkedCopy of(
            byte @Nullable [] key,
            byte @Nullable [] value,
            Headers own,
            String service,
            Origin origin,
            ParkReason reason,
            String error,
            Instant now) {
        return of(key, value, own, service, origin, reason, error, now, ParkedAs.ALONE);
    }

    static ParkedCopy of(
            byte @Nullable [] key,
            byte @Nullable [] value,
            Headers own,
            String service,
            Origin origin,
            ParkReason reason,
            String error,
            Instant now,
            ParkedAs as) {
        Headers headers = ParkedHeaders.of(own, service, origin, reason, error, now, as);
        if (!RecordSize.isTooLarge(key, value, headers)) {
            return new ParkedCopy(key, value, headers);
        }
        Headers alone = ParkedHeaders.of(new RecordHeaders(), service, origin, reason, error, now, as);
        ParkedHeaders.markLeftAtOrigin(alone, RecordSize.of(key, value, own));
        boolean isKeyUsual = key != null && key.length <= LONGEST_KEY_BYTES;
        return new ParkedCopy(isKeyUsual ? key : null, null, alone);
    }
}
