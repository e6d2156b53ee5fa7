package dev.orderbackbone.operator.verify.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.operator.verify.evidence.ContentHash;
import dev.orderbackbone.operator.verify.evidence.ParkedRecord;
import dev.orderbackbone.operator.verify.evidence.Place;
import dev.orderbackbone.runtime.ParkedHeaders;
import dev.orderbackbone.runtime.ParkedHeaders.Origin;
import dev.orderbackbone.schemas.Topics;
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
        Origin origin = originOf(record);
        Header line = record.headers().lastHeader(ParkedHeaders.LINE);
        Header redrive = record.headers().lastHeader(ParkedHeaders.REDRIVE);
        return new ParkedRecord(
                service,
                new String(key, UTF_8),
                new Place(record.topic(), record.partition(), record.offset()),
                new Place(origin.topic(), origin.partition(), origin.offset()),
                text(record, ParkedHeaders.REASON),
                ContentHash.of(key, record.value()),
                record.headers().lastHeader(ParkedHeaders.LEFT_AT_ORIGIN) != null,
                idOf(key, origin),
                (int) number(record, ParkedHeaders.ATTEMPT, 1),
                line == null ? "" : text(record, ParkedHeaders.LINE),
                redrive == null
                        ? null
                        : new Place(
                                Topics.redriveOf(service).name(),
                                origin.offset() < 0 ? record.partition() : origin.partition(),
                                number(record, ParkedHeaders.REDRIVE, Long.MAX_VALUE)));
    }

    /** What a parked record is known by: where it was first read or, of a passed deadline, whose it was and when it first failed. */
    static String idOf(byte[] key, Origin origin) {
        return origin.offset() < 0
                ? "deadline of " + new String(key, UTF_8) + " " + origin.timestamp()
                : new Place(origin.topic(), origin.partition(), origin.offset()).toString();
    }

    /** One that does not state its origin came from nowhere, which is a place where no record stands. */
    private static Origin originOf(ConsumerRecord<byte[], byte[]> record) {
        return new Origin(
                text(record, ParkedHeaders.TOPIC),
                (int) number(record, ParkedHeaders.PARTITION, Place.NONE),
                number(record, ParkedHeaders.OFFSET, Long.MAX_VALUE),
                number(record, ParkedHeaders.TIMESTAMP, -1));
    }

    private static long number(ConsumerRecord<byte[], byte[]> record, String name, long otherwise) {
        try {
            return Long.parseLong(text(record, name));
        } catch (NumberFormatException notStated) {
            return otherwise;
        }
    }

    private static String text(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? NOT_STATED : new String(header.value(), UTF_8);
    }
}
