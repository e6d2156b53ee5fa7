package dev.orderbackbone.operator.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The headers that are added to a replayed record; its key, value, time and own headers stay untouched.
 *
 * <p>{@code replay.topic}, {@code replay.partition}, {@code replay.offset}: where it stands in the log; {@code replay.selection}: the same for all
 * records of one replay; {@code replay.operation}: the operation in {@code operations.audit}.
 */
final class ReplayHeaders {
    static final String TOPIC = "replay.topic";
    static final String PARTITION = "replay.partition";
    static final String OFFSET = "replay.offset";
    static final String SELECTION = "replay.selection";
    static final String OPERATION = "replay.operation";

    private ReplayHeaders() {}

    static Headers of(ConsumerRecord<byte[], byte[]> record, String selection, String operation) {
        Headers headers = new RecordHeaders(record.headers());
        headers.add(TOPIC, record.topic().getBytes(UTF_8));
        headers.add(PARTITION, Integer.toString(record.partition()).getBytes(UTF_8));
        headers.add(OFFSET, Long.toString(record.offset()).getBytes(UTF_8));
        headers.add(SELECTION, selection.getBytes(UTF_8));
        headers.add(OPERATION, operation.getBytes(UTF_8));
        return headers;
    }

    /** A header's text; empty where there is none. */
    static String text(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
    }
}
