package dev.orderbackbone.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** How large a record is, before it is compressed. */
final class RecordSize {
    /**
     * Most bytes of a record that is written. By default a producer sends, and a broker takes, 1 MiB (2²⁰ bytes) together with what both add;
     * a larger record would not fail alone, but stop the whole partition.
     */
    static final int MOST_BYTES = 1_048_000;

    /** What Kafka adds to a header: the lengths of its name and value. */
    private static final int BYTES_PER_HEADER = 10;

    private RecordSize() {}

    static boolean isTooLarge(byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        return of(key, value, headers) > MOST_BYTES;
    }

    static long of(byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        long bytes = lengthOf(key) + lengthOf(value);
        for (Header header : headers) {
            bytes += header.key().getBytes(UTF_8).length + lengthOf(header.value()) + BYTES_PER_HEADER;
        }
        return bytes;
    }

    private static long lengthOf(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }
}
