package dev.orderbackbone.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The headers that are added to a parked record; its key, value and own headers stay untouched.
 *
 * <p>{@code parked.topic}, {@code parked.partition}, {@code parked.offset}: where it came from; {@code parked.timestamp}: its own
 * timestamp, milliseconds since 1970; {@code parked.service}: who could not decide on it; {@code parked.reason}: a {@link ParkReason};
 * {@code parked.error}: what exactly; {@code parked.at}: when, milliseconds since 1970; {@code parked.left-at-origin}: the record's size in
 * bytes, only where it was too large to be copied and must be read where it came from; {@code parked.attempt}: 1, and one more for each time that
 * it was redriven and parked again; {@code parked.line} and {@code parked.place}: which {@linkplain Flow#lineOf line} waits behind it, and its place
 * there, only where one does; {@code parked.redrive}: offset of the {@link Redrive} record by which it was tried again, in the partition of its
 * origin, only where it was.
 */
public final class ParkedHeaders {
    public static final String TOPIC = "parked.topic";
    public static final String PARTITION = "parked.partition";
    public static final String OFFSET = "parked.offset";
    public static final String TIMESTAMP = "parked.timestamp";
    public static final String SERVICE = "parked.service";
    public static final String REASON = "parked.reason";
    public static final String ERROR = "parked.error";
    public static final String AT = "parked.at";
    public static final String LEFT_AT_ORIGIN = "parked.left-at-origin";
    public static final String ATTEMPT = "parked.attempt";
    public static final String LINE = "parked.line";
    public static final String PLACE = "parked.place";
    public static final String REDRIVE = "parked.redrive";

    /** Topic of what came from none: a passed deadline. */
    static final String NO_TOPIC = "";

    private static final String PREFIX = "parked.";

    private static final int LONGEST_ERROR = 2_000;

    private ParkedHeaders() {}

    /** Where a record was read from. */
    public record Origin(String topic, int partition, long offset, long timestamp) {}

    /** The record's own headers and those of its parking, for the first time and with no line behind it. */
    public static Headers of(Headers own, String service, Origin origin, ParkReason reason, String error, Instant now) {
        return of(own, service, origin, reason, error, now, ParkedAs.ALONE);
    }

    static Headers of(
            Headers own, String service, Origin origin, ParkReason reason, String error, Instant now, ParkedAs as) {
        Headers headers = own(own);
        add(headers, TOPIC, origin.topic());
        add(headers, PARTITION, Integer.toString(origin.partition()));
        add(headers, OFFSET, Long.toString(origin.offset()));
        add(headers, TIMESTAMP, Long.toString(origin.timestamp()));
        add(headers, SERVICE, service);
        add(headers, REASON, reason.name());
        add(headers, ERROR, error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR));
        add(headers, AT, Long.toString(now.toEpochMilli()));
        add(headers, ATTEMPT, Integer.toString(as.attempt()));
        Turn turn = as.turn();
        if (turn != null) {
            add(headers, LINE, turn.line());
            add(headers, PLACE, Long.toString(turn.place()));
        }
        if (as.redriveOffset() >= 0) {
            add(headers, REDRIVE, Long.toString(as.redriveOffset()));
        }
        return headers;
    }

    /** Those headers of a record that say nothing of parking: nobody else is believed about that. */
    static Headers own(Headers headers) {
        Headers own = new RecordHeaders();
        for (Header header : headers) {
            if (!header.key().startsWith(PREFIX) && !header.key().startsWith(Redrive.PREFIX)) {
                own.add(header);
            }
        }
        return own;
    }

    static void markLeftAtOrigin(Headers headers, long bytes) {
        add(headers, LEFT_AT_ORIGIN, Long.toString(bytes));
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }
}
