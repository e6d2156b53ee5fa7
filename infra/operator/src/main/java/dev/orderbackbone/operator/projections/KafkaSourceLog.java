package dev.orderbackbone.operator.projections;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.operator.change.RecordTally;
import dev.orderbackbone.operator.log.Cluster;
import dev.orderbackbone.operator.log.LogReader;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.UndecodableException;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The log of an installation.
 *
 * @param clientProperties what every client starts from.
 * @param deserializers is asked for one when records are read.
 */
record KafkaSourceLog(Map<String, Object> clientProperties, Supplier<MessageDeserializer> deserializers)
        implements SourceLog {
    KafkaSourceLog {
        clientProperties = Map.copyOf(clientProperties);
    }

    @Override
    public Map<TopicPartition, Long> beginnings(Collection<TopicPartition> partitions) throws InterruptedException {
        try (Cluster cluster = new Cluster(clientProperties)) {
            return cluster.beginnings(partitions);
        }
    }

    @Override
    public void read(Map<TopicPartition, Long> from, Map<TopicPartition, Long> to, RecordTally tally) {
        MessageDeserializer deserializer = deserializers.get();
        new LogReader(clientProperties)
                .read(from, to, record -> tally.add(record, decoded(deserializer, record.value())));
    }

    private static @Nullable Message decoded(MessageDeserializer deserializer, byte[] value) {
        try {
            return deserializer.deserialize(value);
        } catch (UndecodableException garbage) {
            return null;
        }
    }
}
