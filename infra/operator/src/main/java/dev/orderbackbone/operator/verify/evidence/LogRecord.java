package dev.orderbackbone.operator.verify.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.schemas.Topic;
import org.jspecify.annotations.Nullable;

/** A committed record of the log. Used by one thread at a time. */
public final class LogRecord {
    private static final byte[] NO_KEY = {};

    private final Topic topic;
    private final int topicNumber;
    private final int partition;
    private final long offset;
    private final boolean settled;
    private final byte[] key;
    private final byte @Nullable [] value;
    private @Nullable Message message;
    private @Nullable Decoder decoder;

    /**
     * A record.
     *
     * @param settled whether it stands below the first cut.
     * @param message what it says; null where its bytes do not decode.
     */
    public LogRecord(
            Topic topic,
            int partition,
            long offset,
            boolean settled,
            byte @Nullable [] key,
            byte @Nullable [] value,
            @Nullable Message message) {
        this.topic = topic;
        this.topicNumber = TopicNumbers.of(topic);
        this.partition = partition;
        this.offset = offset;
        this.settled = settled;
        this.key = key == null ? NO_KEY : key;
        this.value = value;
        this.message = message;
    }

    /** Makes out what a record says. */
    @FunctionalInterface
    public interface Decoder {
        /** What it says; null where its bytes do not decode. */
        @Nullable
        Message messageOf(LogRecord record);
    }

    /**
     * A record that is decoded when somebody asks what it says.
     *
     * @param settled whether it stands below the first cut.
     */
    public static LogRecord undecoded(
            Topic topic,
            int partition,
            long offset,
            boolean settled,
            byte @Nullable [] key,
            byte @Nullable [] value,
            Decoder decoder) {
        LogRecord record = new LogRecord(topic, partition, offset, settled, key, value, null);
        record.decoder = decoder;
        return record;
    }

    /** The same record, taken to say something else. */
    public LogRecord saying(Message other) {
        return new LogRecord(topic, partition, offset, settled, key, value, other);
    }

    public Topic topic() {
        return topic;
    }

    /** As {@link TopicNumbers} has it. */
    public int topicNumber() {
        return topicNumber;
    }

    public int partition() {
        return partition;
    }

    public long offset() {
        return offset;
    }

    /** Whether it stands below the first cut, so that all that led to it stands below the second. */
    public boolean settled() {
        return settled;
    }

    /** Not to be changed. */
    public byte[] key() {
        return key;
    }

    /** Not to be changed. */
    public byte @Nullable [] value() {
        return value;
    }

    /** What it says; null where its bytes do not decode. */
    public @Nullable Message message() {
        Decoder open = decoder;
        if (open != null) {
            message = open.messageOf(this);
            decoder = null;
        }
        return message;
    }

    /** The key as text. */
    public String keyText() {
        return new String(key, UTF_8);
    }

    /** Where it stands. */
    public Place place() {
        return new Place(topic.name(), partition, offset);
    }

    @Override
    public String toString() {
        return place() + " " + keyText() + " " + message();
    }
}
