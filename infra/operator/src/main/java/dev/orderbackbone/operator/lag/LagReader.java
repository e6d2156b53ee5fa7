package dev.orderbackbone.operator.lag;

import dev.orderbackbone.operator.Endpoints;
import dev.orderbackbone.operator.log.Cluster;
import dev.orderbackbone.operator.log.LogReader;
import dev.orderbackbone.operator.verify.evidence.ConsumerPosition;
import dev.orderbackbone.operator.verify.invariant.Consumer;
import dev.orderbackbone.operator.verify.invariant.Consumer.Kind;
import dev.orderbackbone.operator.verify.source.JdbcReadModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;

/** Looks twice where consumers stand. */
final class LagReader {
    private final Endpoints endpoints;
    private final Cluster cluster;
    private final Clock clock;
    private final TreeSet<String> unread = new TreeSet<>();

    /** What one look shows: by consumer, by partition. */
    private record Look(Instant at, Map<Consumer, Map<TopicPartition, Mark>> marks) {}

    private LagReader(Endpoints endpoints, Cluster cluster, Clock clock) {
        this.endpoints = endpoints;
        this.cluster = cluster;
        this.clock = clock;
    }

    /**
     * Looks, waits, and looks again.
     *
     * @param watched whose lag.
     * @param between the looks.
     */
    static LagReport read(Endpoints endpoints, List<Consumer> watched, Duration between, Clock clock)
            throws InterruptedException {
        try (Cluster cluster = new Cluster(endpoints.kafkaProperties())) {
            return new LagReader(endpoints, cluster, clock).read(watched, between);
        }
    }

    private LagReport read(List<Consumer> watched, Duration between) throws InterruptedException {
        Look first = look(watched);
        Thread.sleep(between);
        Look second = look(watched);
        List<GroupLag> groups = new ArrayList<>();
        second.marks().forEach((consumer, marks) -> {
            Map<TopicPartition, Mark> before = first.marks().getOrDefault(consumer, Map.of());
            groups.add(GroupLag.of(consumer.name(), lags(before, marks, second.at())));
        });
        return new LagReport(groups, Duration.between(first.at(), second.at()), List.copyOf(unread));
    }

    private Look look(List<Consumer> watched) throws InterruptedException {
        Map<Consumer, Map<TopicPartition, Mark>> marks = new LinkedHashMap<>();
        for (Consumer consumer : watched) {
            List<TopicPartition> partitions = partitionsOf(consumer);
            try {
                Map<TopicPartition, Long> positions = positionsOf(consumer, partitions);
                // After the positions, so that none of them stands beyond the end.
                marks.put(consumer, marks(positions, cluster.beginnings(partitions), cluster.ends(partitions)));
            } catch (SQLException failure) {
                unread.add("the positions of the " + consumer.name() + " at " + endpoints.jdbcUrl()
                        + " cannot be read: " + failure.getMessage());
            }
        }
        return new Look(clock.instant(), marks);
    }

    private List<TopicPartition> partitionsOf(Consumer consumer) throws InterruptedException {
        List<TopicPartition> partitions = new ArrayList<>();
        List<String> topics =
                consumer.inputs().stream().map(topic -> topic.name()).toList();
        cluster.partitionsOf(topics)
                .forEach((topic, count) ->
                        partitions.addAll(Cluster.partitionsOf(topic, count).toList()));
        return partitions;
    }

    private Map<TopicPartition, Long> positionsOf(Consumer consumer, List<TopicPartition> partitions)
            throws InterruptedException, SQLException {
        return consumer.kind() == Kind.PROJECTION ? projected() : cluster.committedBy(consumer.name(), partitions);
    }

    private Map<TopicPartition, Long> projected() throws SQLException {
        Map<TopicPartition, Long> positions = new HashMap<>();
        try (Connection connection = endpoints.database();
                JdbcReadModel model = JdbcReadModel.snapshot(connection)) {
            for (ConsumerPosition position : model.positions()) {
                positions.put(new TopicPartition(position.topic(), position.partition()), position.after());
            }
        }
        return positions;
    }

    /** What has no position yet is read from its beginning. */
    private static Map<TopicPartition, Mark> marks(
            Map<TopicPartition, Long> positions, Map<TopicPartition, Long> beginnings, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Mark> marks = new HashMap<>();
        ends.forEach((partition, end) -> {
            long beginning = beginnings.getOrDefault(partition, 0L);
            marks.put(partition, new Mark(Math.max(beginning, positions.getOrDefault(partition, 0L)), end));
        });
        return marks;
    }

    private Map<TopicPartition, Lag> lags(
            Map<TopicPartition, Mark> first, Map<TopicPartition, Mark> second, Instant now) {
        Map<TopicPartition, PartitionCount> counts = new HashMap<>();
        Map<TopicPartition, Long> from = new HashMap<>();
        Map<TopicPartition, Long> to = new HashMap<>();
        second.forEach((partition, mark) -> {
            Marks marks = new Marks(first.getOrDefault(partition, mark), mark);
            counts.put(partition, new PartitionCount(marks));
            from.put(partition, marks.from());
            to.put(partition, marks.to());
        });
        new LogReader(endpoints.kafkaProperties()).read(from, to, record -> {
            PartitionCount count = counts.get(new TopicPartition(record.topic(), record.partition()));
            if (count != null) {
                count.see(record.offset(), record.timestamp());
            }
        });
        Map<TopicPartition, Lag> lags = new HashMap<>();
        counts.forEach((partition, count) -> lags.put(partition, count.lag(now)));
        return lags;
    }
}
