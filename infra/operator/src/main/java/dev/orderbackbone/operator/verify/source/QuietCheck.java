package dev.orderbackbone.operator.verify.source;

import dev.orderbackbone.operator.log.LogReader;
import dev.orderbackbone.operator.verify.evidence.ConsumerPosition;
import dev.orderbackbone.operator.verify.evidence.Standing;
import dev.orderbackbone.operator.verify.invariant.Consumer;
import dev.orderbackbone.operator.verify.invariant.Consumer.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/**
 * Finds out whether a system is quiet: nothing was written between the two cuts, no consumer has anything left to read, and no request waits for a
 * worker. A position can stay before the end of its partition though nothing is left, as markers of transactions have offsets too: what lies
 * between is read.
 */
final class QuietCheck {
    /** More than this are not markers. */
    private static final long MOST_MARKERS = 10_000;

    private final LogReader reader;
    private final List<ConsumerPosition> positions;
    private final Map<TopicPartition, Long> workers;

    /**
     * With what was gathered.
     *
     * @param workers the positions of workers in the partitions that they have begun: all before is done, and the request that stands there
     *     is not, if there is one; what is done beyond does not make the system quiet.
     */
    QuietCheck(LogReader reader, List<ConsumerPosition> positions, Map<TopicPartition, Long> workers) {
        this.reader = reader;
        this.positions = List.copyOf(positions);
        this.workers = Map.copyOf(workers);
    }

    Standing of(
            Partitions partitions,
            Map<TopicPartition, Long> beginnings,
            Map<TopicPartition, Long> settled,
            Map<TopicPartition, Long> ends) {
        Optional<String> written = ends.entrySet().stream()
                .filter(end -> !end.getValue().equals(settled.get(end.getKey())))
                .map(end -> end.getKey() + " was being written to")
                .findFirst();
        if (written.isPresent()) {
            return moving(written.get());
        }
        Map<TopicPartition, Left> left = leftOf(partitions, beginnings, ends);
        Optional<Left> much = left.values().stream()
                .filter(one -> one.end() - one.from() > MOST_MARKERS)
                .findFirst();
        if (much.isPresent()) {
            return moving(much.get().toString());
        }
        return firstRecordLeft(left)
                .map(this::moving)
                .orElseGet(() -> new Standing(
                        true, "nothing was being written, and every consumer had dealt with everything", positions));
    }

    /** What a consumer may have left to read in a partition. */
    private record Left(String consumer, TopicPartition partition, long from, long end) {
        @Override
        public String toString() {
            return consumer + " has read " + partition + " up to " + from + " of " + end;
        }
    }

    private Standing moving(String why) {
        return new Standing(false, why, positions);
    }

    private Map<TopicPartition, Left> leftOf(
            Partitions partitions, Map<TopicPartition, Long> beginnings, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Left> left =
                new TreeMap<>((one, other) -> one.toString().compareTo(other.toString()));
        positions.forEach(position -> note(
                left,
                position.consumer(),
                new TopicPartition(position.topic(), position.partition()),
                position.before(),
                beginnings,
                ends));
        Consumer.ALL.stream()
                .filter(consumer -> consumer.kind() == Kind.WORKER)
                .forEach(worker -> worker.inputs().stream()
                        .flatMap(topic -> partitions.of(topic).stream())
                        .forEach(partition -> note(
                                left,
                                worker.name(),
                                partition,
                                workers.getOrDefault(partition, 0L),
                                beginnings,
                                ends)));
        return left;
    }

    private static void note(
            Map<TopicPartition, Left> left,
            String consumer,
            TopicPartition partition,
            long position,
            Map<TopicPartition, Long> beginnings,
            Map<TopicPartition, Long> ends) {
        long end = ends.getOrDefault(partition, 0L);
        long from = Math.max(position, beginnings.getOrDefault(partition, 0L));
        if (from < end) {
            left.merge(
                    partition,
                    new Left(consumer, partition, from, end),
                    (one, other) -> one.from() <= other.from() ? one : other);
        }
    }

    private Optional<String> firstRecordLeft(Map<TopicPartition, Left> left) {
        Map<TopicPartition, Long> from = new HashMap<>();
        Map<TopicPartition, Long> to = new HashMap<>();
        left.forEach((partition, one) -> {
            from.put(partition, one.from());
            to.put(partition, one.end());
        });
        String[] found = {null};
        reader.read(from, to, record -> {
            if (found[0] == null) {
                found[0] = String.valueOf(left.get(new TopicPartition(record.topic(), record.partition())));
            }
        });
        return Optional.ofNullable(found[0]);
    }
}
