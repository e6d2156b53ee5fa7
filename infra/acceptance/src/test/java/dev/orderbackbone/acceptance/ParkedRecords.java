package dev.orderbackbone.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.acceptance.stack.RunningStack;
import dev.orderbackbone.runtime.ParkedHeaders;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What services have put aside. */
record ParkedRecords(RunningStack stack) {

    /**
     * A record that was put aside, or is to be. Compared by its bytes, too.
     *
     * @param service who has put it aside.
     * @param reason why.
     * @param origin topic, partition and offset that it came from.
     */
    record Parked(
            String service,
            String reason,
            String origin,
            @Nullable ByteBuffer key,
            @Nullable ByteBuffer value) {

        static Parked of(String service, String reason, String origin, byte @Nullable [] key, byte @Nullable [] value) {
            return new Parked(service, reason, origin, wrapped(key), wrapped(value));
        }

        private static @Nullable ByteBuffer wrapped(byte @Nullable [] bytes) {
            return bytes == null ? null : ByteBuffer.wrap(bytes);
        }
    }

    /** Everything that a service has put aside, that of one key in its order. */
    List<Parked> of(String service) {
        Topic topic = Topics.parkedOf(service);
        return stack.log().read(topic).stream()
                .map(record -> Parked.of(
                        service, header(record, ParkedHeaders.REASON), originOf(record), record.key(), record.value()))
                .toList();
    }

    static String origin(String topic, int partition, long offset) {
        return topic + "-" + partition + "@" + offset;
    }

    private static String originOf(ConsumerRecord<byte[], byte[]> record) {
        return origin(
                header(record, ParkedHeaders.TOPIC),
                Integer.parseInt(header(record, ParkedHeaders.PARTITION)),
                Long.parseLong(header(record, ParkedHeaders.OFFSET)));
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
