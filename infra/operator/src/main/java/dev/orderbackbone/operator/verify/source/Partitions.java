package dev.orderbackbone.operator.verify.source;

import dev.orderbackbone.operator.log.Cluster;
import dev.orderbackbone.operator.verify.evidence.Evidence;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topic.Key;
import dev.orderbackbone.schemas.Topic.Retention;
import dev.orderbackbone.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/** The partitions of the catalogue's topics, as a cluster has them. */
final class Partitions {
    private final Map<String, Integer> counts;

    /**
     * As a cluster has them.
     *
     * @param counts by the name of the topic.
     */
    Partitions(Map<String, Integer> counts) {
        this.counts = Map.copyOf(counts);
    }

    /** All of them. */
    List<TopicPartition> all() {
        return of(topic -> true).toList();
    }

    List<TopicPartition> of(Topic topic) {
        return of(topic::equals).toList();
    }

    List<TopicPartition> parked() {
        return of(Topics.PARKED::contains).toList();
    }

    List<TopicPartition> redrive() {
        return of(Topics.REDRIVE::contains).toList();
    }

    List<TopicPartition> shared() {
        return of(Evidence.SHARED::contains).toList();
    }

    /** One partition of all topics that are keyed by order id. */
    List<TopicPartition> slice(int partition) {
        return of(Partitions::isKeyedByOrder)
                .filter(candidate -> candidate.partition() == partition)
                .toList();
    }

    /** How many partitions the topics have that are keyed by order id. */
    int slices() {
        return orderTopics()
                .mapToInt(topic -> counts.getOrDefault(topic.name(), 0))
                .max()
                .orElse(0);
    }

    /** What speaks against all that an audit relies on, each a sentence. */
    List<String> faults(Map<TopicPartition, Long> beginnings) {
        List<String> faults = new ArrayList<>();
        for (Topic topic : Topics.ALL) {
            if (!counts.containsKey(topic.name())) {
                faults.add("there is no topic " + topic.name());
            }
        }
        orderTopics()
                .filter(topic -> counts.getOrDefault(topic.name(), slices()) != slices())
                .forEach(topic -> faults.add(topic.name() + " has " + counts.get(topic.name())
                        + " partitions, other topics with its key have " + slices()));
        of(topic -> topic.retention() == Retention.FOREVER).forEach(partition -> {
            long first = beginnings.getOrDefault(partition, 0L);
            if (first > 0) {
                faults.add("the first " + first + " offsets of " + partition + " are gone");
            }
        });
        return faults;
    }

    private Stream<TopicPartition> of(Predicate<Topic> condition) {
        return Topics.ALL.stream()
                .filter(condition)
                .flatMap(topic -> Cluster.partitionsOf(topic.name(), counts.getOrDefault(topic.name(), 0)));
    }

    private static Stream<Topic> orderTopics() {
        return Topics.ALL.stream().filter(Partitions::isKeyedByOrder);
    }

    private static boolean isKeyedByOrder(Topic topic) {
        return topic.key() == Key.ORDER_ID;
    }
}
