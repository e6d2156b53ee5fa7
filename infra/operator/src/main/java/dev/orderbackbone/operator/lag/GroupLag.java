package dev.orderbackbone.operator.lag;

import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/**
 * The lag of one consumer.
 *
 * @param group its consumer group, or the projection.
 * @param partitions of each partition that it reads, by topic and number.
 */
record GroupLag(String group, SortedMap<TopicPartition, Lag> partitions) {
    private static final Comparator<TopicPartition> BY_PLACE =
            Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);

    static GroupLag of(String group, Map<TopicPartition, Lag> partitions) {
        TreeMap<TopicPartition, Lag> sorted = new TreeMap<>(BY_PLACE);
        sorted.putAll(partitions);
        return new GroupLag(group, sorted);
    }

    Lag sum() {
        return partitions.values().stream().reduce(Lag.NONE, Lag::plus);
    }
}
