package dev.orderbackbone.operator.parked;

import dev.orderbackbone.operator.log.Cluster;
import dev.orderbackbone.operator.log.LogScan;
import dev.orderbackbone.operator.parking.Fate;
import dev.orderbackbone.operator.parking.ParkedFates;
import dev.orderbackbone.operator.verify.evidence.Place;
import dev.orderbackbone.operator.verify.evidence.RedriveRecord;
import dev.orderbackbone.operator.verify.invariant.Consumer;
import dev.orderbackbone.operator.verify.source.RedriveReader;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * What is parked, and what has become of it.
 *
 * @param entries every copy, of each partition in the order of its offsets.
 */
public record ParkedState(List<ParkedEntry> entries, ParkedFates fates) {
    private static final Comparator<RedriveRecord> BY_OFFSET =
            Comparator.comparingLong(redrive -> redrive.place().offset());

    /** Copies the list. */
    public ParkedState {
        entries = List.copyOf(entries);
    }

    /**
     * As it is now. In this order, so that whatever a service has made of what it has read is there: positions, parked records, and then what was
     * sent back.
     */
    public static ParkedState read(Map<String, Object> kafkaProperties, MessageDeserializer deserializer)
            throws InterruptedException {
        try (LogScan scan = new LogScan(kafkaProperties);
                Cluster cluster = new Cluster(kafkaProperties)) {
            Map<TopicPartition, Long> positions = new HashMap<>();
            List<TopicPartition> redrive = new ArrayList<>();
            for (Topic topic : Topics.REDRIVE) {
                List<TopicPartition> partitions = scan.partitionsOf(topic);
                positions.putAll(cluster.committedBy(Topics.serviceOf(topic), partitions));
                redrive.addAll(partitions);
            }
            List<ParkedEntry> entries = ParkedLog.read(scan, deserializer);
            List<RedriveRecord> redrives = new ArrayList<>();
            scan.read(redrive, record -> redrives.add(RedriveReader.of(record, deserializer)));
            redrives.sort(BY_OFFSET);
            return new ParkedState(
                    entries,
                    ParkedFates.of(
                            entries.stream().map(ParkedEntry::record).toList(),
                            redrives,
                            Consumer::isDecidedBy,
                            place -> place.offset() < positions.getOrDefault(partitionOf(place), 0L)));
        }
    }

    /** What nothing has become of yet. */
    public List<ParkedEntry> outstanding() {
        return entries.stream()
                .filter(entry -> fates.of(entry.record()) == Fate.OUTSTANDING)
                .toList();
    }

    private static TopicPartition partitionOf(Place place) {
        return new TopicPartition(place.source(), place.partition());
    }
}
