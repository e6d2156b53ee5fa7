package dev.orderbackbone.schemas.serde;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.order.IntakeEvent;
import dev.orderbackbone.contract.order.OrderEvent;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Headers of what is written to the log: the W3C trace context of what caused it, so that a trace goes through; and on the public topics the
 * CloudEvents 1.0 Kafka binding (binary mode), which outside tools expect.
 */
public final class MessageHeaders {
    /** Header of the W3C trace context. */
    public static final String TRACEPARENT = "traceparent";

    private static final byte[] SPEC_VERSION = "1.0".getBytes(UTF_8);
    private static final byte[] CONTENT_TYPE = "application/avro".getBytes(UTF_8);

    private MessageHeaders() {}

    /** The headers of {@code message}, caused by a record with the headers given; null where no record caused it. */
    public static Headers of(Message message, @Nullable Headers cause) {
        Headers headers = new RecordHeaders();
        if (cause != null) {
            Header trace = cause.lastHeader(TRACEPARENT);
            if (trace != null) {
                headers.add(trace);
            }
        }
        if (isPublic(message)) {
            addCloudEvent(headers, message);
        }
        return headers;
    }

    private static boolean isPublic(Message message) {
        return message instanceof IntakeEvent || message instanceof OrderEvent;
    }

    private static void addCloudEvent(Headers headers, Message message) {
        headers.add("ce_specversion", SPEC_VERSION);
        headers.add("ce_id", message.meta().eventId().toString().getBytes(UTF_8));
        headers.add("ce_source", ("/stores/" + message.meta().storeId()).getBytes(UTF_8));
        headers.add("ce_type", message.getClass().getName().getBytes(UTF_8));
        headers.add("content-type", CONTENT_TYPE);
    }
}
