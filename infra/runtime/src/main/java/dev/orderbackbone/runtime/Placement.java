package dev.orderbackbone.runtime;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Where records belong: all of one key stand in one partition of each topic, the one that a Java producer puts them in by itself (murmur2 of the
 * key). Everything that is decided about a key relies on it, and anybody who writes to a topic may break it.
 *
 * @param partitions of each topic that is read; of a topic that is not in it, nothing is known.
 */
record Placement(Map<String, Integer> partitions) {
    private static final String PROPERTY = "order.backbone.partitions.";

    /** Copies the map. */
    Placement {
        partitions = Map.copyOf(partitions);
    }

    /** As Kafka describes the topics. */
    static Placement in(Collection<TopicDescription> topics) {
        return new Placement(topics.stream()
                .collect(Collectors.toMap(
                        TopicDescription::name, topic -> topic.partitions().size())));
    }

    /** What {@link #properties} has put among the settings of Kafka Streams. */
    static Placement of(Map<String, Object> settings) {
        Map<String, Integer> partitions = new HashMap<>();
        settings.forEach((name, value) -> {
            if (name.startsWith(PROPERTY)) {
                partitions.put(name.substring(PROPERTY.length()), (Integer) value);
            }
        });
        return new Placement(partitions);
    }

    /** For the settings of Kafka Streams, which is what processors get to see. */
    Map<String, Integer> properties() {
        Map<String, Integer> properties = new HashMap<>();
        partitions.forEach((topic, count) -> properties.put(PROPERTY + topic, count));
        return properties;
    }

    /** What is wrong with where a record stands; null where nothing is. */
    @Nullable
    String faultOf(String topic, int partition, byte @Nullable [] key) {
        if (key == null) {
            return "it has no key";
        }
        Integer count = partitions.get(topic);
        if (count == null) {
            return null;
        }
        int right = Utils.toPositive(Utils.murmur2(key)) % count;
        return right == partition ? null : "its key belongs to partition " + right + " (murmur2)";
    }
}
