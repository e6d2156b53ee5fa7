package dev.orderbackbone.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The headers that are added to a parked record; its key, value and own headers stay untouched.
 *
 * <p>{@code parked.topic}, {@code parked.partition}, {@code parked.offset}: where it came from; {@code parked.timestamp}: its own
 * timestamp, milliseconds since 1970; {@code parked.service}: who could not decide on it; {@code parked.reason}: a {@link ParkReason};
 * {@code parked.error}: what exactly; {@code parked.at}: when, milliseconds since 1970; {@code parked.left-at-origin}: the record's size in
 * bytes, only where it was too large to be copied and must be read where it came from.
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

    private static final int LONGEST_ERROR = 2_000;

    private ParkedHeaders() {}

    /** Where a record was read from. */
    public record Origin(String topic, int partition, long offset, long timestamp) {}

    /** The record's own headers and those of its parking. */
    public static Headers of(Headers own, String service, Origin origin, ParkReason reason, String error, Instant now) {
        Headers headers = new RecordHeaders(own);
        add(headers, TOPIC, origin.topic());
        add(headers, PARTITION, Integer.toString(origin.partition()));
        add(headers, OFFSET, Long.toString(origin.offset()));
        add(headers, TIMESTAMP, Long.toString(origin.timestamp()));
        add(headers, SERVICE, service);
        add(headers, REASON, reason.name());
        add(headers, ERROR, error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR));
        add(headers, AT, Long.toString(now.toEpochMilli()));
        return headers;
    }

    static void markLeftAtOrigin(Headers headers, long bytes) {
        add(headers, LEFT_AT_ORIGIN, Long.toString(bytes));
    }

    private static void add(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(UTF_8));
    }
}
