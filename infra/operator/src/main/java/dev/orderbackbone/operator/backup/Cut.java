package dev.orderbackbone.operator.backup;

import dev.orderbackbone.operator.backup.Manifest.GroupEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Where a backup ends.
 *
 * @param at when.
 * @param ends offset after the last one that belongs to it, of each partition.
 * @param groups positions of consumer groups; none is beyond these ends.
 * @param standstill for how long the services stood still; zero if none ran.
 */
record Cut(Instant at, Map<TopicPartition, Long> ends, List<GroupEntry> groups, Duration standstill) {
    Cut {
        ends = Map.copyOf(ends);
        groups = List.copyOf(groups);
    }
}
