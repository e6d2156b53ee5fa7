package dev.orderbackbone.projection.flow;

import dev.orderbackbone.contract.Message;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Which of the records that are read are applied; of the others nothing is counted. */
@FunctionalInterface
public interface Selection {
    /** Every record. */
    Selection ALL = (record, message) -> true;

    /**
     * Whether a record is one of them.
     *
     * @param message what it says; null where it does not decode, or is of a type that is not known.
     */
    boolean has(ConsumerRecord<byte[], byte[]> record, @Nullable Message message);
}
