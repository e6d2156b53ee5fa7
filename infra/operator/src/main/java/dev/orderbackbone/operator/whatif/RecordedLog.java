package dev.orderbackbone.operator.whatif;

import dev.orderbackbone.operator.verify.evidence.Place;
import dev.orderbackbone.schemas.Topic;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The log as it stands when a check begins. What services have decided is asked first, then how far their outputs go, and last how far their inputs go: so
 * no output can be missing that an input has brought about, nor an input that has brought about an output.
 */
interface RecordedLog {

    /** How many partitions a topic has; 0 where there is none. */
    int partitionsOf(Topic topic);

    /** How many offsets there are to read of these topics. */
    long sizeOf(Collection<Topic> topics);

    /** Whether some of these topics do not hold their first records any more. */
    boolean isCutOff(Collection<Topic> topics);

    /** Whether a service has come beyond an input. */
    boolean isDecided(String service, Place input);

    /**
     * Reads what a service reads, each partition in its order.
     *
     * @param since whether only from the time on that was asked for, and not from the beginning.
     */
    void readInputs(
            Collection<Topic> topics,
            IntPredicate partitions,
            boolean since,
            Consumer<ConsumerRecord<byte[], byte[]>> reader);

    /** Reads what a service writes, as {@link #readInputs}. */
    void readOutputs(
            Collection<Topic> topics,
            IntPredicate partitions,
            boolean since,
            Consumer<ConsumerRecord<byte[], byte[]>> reader);
}
