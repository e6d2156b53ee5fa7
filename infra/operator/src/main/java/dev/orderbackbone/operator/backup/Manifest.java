package dev.orderbackbone.operator.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What belongs to a backup.
 *
 * @param format of the folder; {@link #FORMAT} is the only one so far.
 * @param release of the backbone that made the last cut.
 * @param clusterId Kafka's id of the cluster.
 * @param cutAt when the last cut was made: the recovery point.
 * @param increments how many backups it consists of, 1 or more.
 * @param topics all that were copied, by name.
 * @param groups consumer groups with positions at the cut, by name.
 * @param schemas that values were written with.
 */
record Manifest(
        int format,
        String release,
        String clusterId,
        Instant cutAt,
        int increments,
        List<TopicEntry> topics,
        List<GroupEntry> groups,
        List<SchemaEntry> schemas) {
    static final int FORMAT = 1;

    Manifest {
        topics = List.copyOf(topics);
        groups = List.copyOf(groups);
        schemas = List.copyOf(schemas);
    }

    /**
     * A topic.
     *
     * @param id Kafka's: another one when it was made again.
     * @param configs settings of the topic's own.
     * @param partitions all of them, in order.
     */
    record TopicEntry(String name, String id, Map<String, String> configs, List<PartitionEntry> partitions) {
        TopicEntry {
            configs = Map.copyOf(configs);
            partitions = List.copyOf(partitions);
        }

        long records() {
            return partitions.stream().mapToLong(PartitionEntry::records).sum();
        }

        /** Whether older records of a key may be gone. */
        boolean isCompacted() {
            return configs.getOrDefault("cleanup.policy", "").contains("compact");
        }
    }

    /**
     * A partition.
     *
     * @param end the cut: the offset after the last one that belongs to the backup, be it that of a record or of a marker.
     * @param segments with records in ascending order.
     */
    record PartitionEntry(int partition, long end, List<SegmentEntry> segments) {
        PartitionEntry {
            segments = List.copyOf(segments);
        }

        long records() {
            return segments.stream().mapToLong(SegmentEntry::records).sum();
        }

        long bytes() {
            return segments.stream().mapToLong(SegmentEntry::bytes).sum();
        }
    }

    /**
     * A file.
     *
     * @param file below the folder.
     * @param first offset of the first record.
     * @param last offset of the last one.
     * @param sha256 of all its bytes, in hexadecimal digits.
     */
    record SegmentEntry(String file, long first, long last, long records, long bytes, String sha256) {}

    /** A consumer group. */
    record GroupEntry(String name, List<PositionEntry> positions) {
        GroupEntry {
            positions = List.copyOf(positions);
        }
    }

    /** A group's position with what the group keeps with it. */
    record PositionEntry(String topic, int partition, long offset, String metadata) {}

    /**
     * A schema.
     *
     * @param id in the registry of the cluster.
     * @param subjects under which it is registered.
     */
    record SchemaEntry(int id, List<String> subjects, String schema) {
        SchemaEntry {
            subjects = List.copyOf(subjects);
        }
    }

    Optional<TopicEntry> topic(String name) {
        return topics.stream().filter(topic -> topic.name().equals(name)).findFirst();
    }

    long records() {
        return topics.stream().mapToLong(TopicEntry::records).sum();
    }

    long bytes() {
        return topics.stream()
                .flatMap(topic -> topic.partitions().stream())
                .mapToLong(PartitionEntry::bytes)
                .sum();
    }
}
