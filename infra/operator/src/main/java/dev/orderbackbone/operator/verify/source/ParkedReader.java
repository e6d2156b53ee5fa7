package dev.orderbackbone.operator.verify.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.operator.verify.evidence.ContentHash;
import dev.orderbackbone.operator.verify.evidence.ParkedRecord;
import dev.orderbackbone.operator.verify.evidence.Place;
import dev.orderbackbone.runtime.ParkedHeaders;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Makes out where a parked record came from. */
public final class ParkedReader {
    private static final byte[] NO_KEY = {};
    private static final String NOT_STATED = "(not stated)";

    private ParkedReader() {}

    /** What its headers say; whatever they do not is in its place said to be missing. */
    public static ParkedRecord of(String service, ConsumerRecord<byte[], byte[]> record) {
        byte[] key = record.key() == null ? NO_KEY : record.key();
        return new ParkedRecord(
                service,
                new String(key, UTF_8),
                new Place(record.topic(), record.partition(), record.offset()),
                originOf(record),
                text(record, ParkedHeaders.REASON),
                ContentHash.of(key, record.value()),
                record.headers().lastHeader(ParkedHeaders.LEFT_AT_ORIGIN) != null);
    }

    /** One that does not state its origin came from nowhere, which is a place where no record stands. */
    private static Place originOf(ConsumerRecord<byte[], byte[]> record) {
        try {
            return new Place(
                    text(record, ParkedHeaders.TOPIC),
                    Integer.parseInt(text(record, ParkedHeaders.PARTITION)),
                    Long.parseLong(text(record, ParkedHeaders.OFFSET)));
        } catch (NumberFormatException notStated) {
            return new Place(NOT_STATED, Place.NONE, Long.MAX_VALUE);
        }
    }

    private static String text(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? NOT_STATED : new String(header.value(), UTF_8);
    }
}
