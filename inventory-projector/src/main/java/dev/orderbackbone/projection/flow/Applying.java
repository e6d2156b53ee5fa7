package dev.orderbackbone.projection.flow;

import dev.orderbackbone.projection.domain.Incoming;
import dev.orderbackbone.projection.flow.Decoder.Decoded;
import dev.orderbackbone.projection.flow.ReadModel.Applied;
import dev.orderbackbone.runtime.ParkReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Applies what a reader reads to a read model, from stored positions on. Used by one thread. */
final class Applying {
    private static final Logger log = LoggerFactory.getLogger(Applying.class);

    private final UUID owner;
    private final Workshop workshop;
    private final LogReader reader;
    private final ReadModel readModel;
    private final Selection selection;
    private final Decoder decoder;
    private final Map<TopicPartition, Long> positions;

    /**
     * Nothing is applied yet.
     *
     * @param owner whose the positions are.
     * @param selection which records.
     * @param stored the positions.
     */
    Applying(
            UUID owner,
            Workshop workshop,
            LogReader reader,
            ReadModel readModel,
            Selection selection,
            Map<TopicPartition, Long> stored) {
        this.owner = owner;
        this.workshop = workshop;
        this.reader = reader;
        this.readModel = readModel;
        this.selection = selection;
        this.decoder = new Decoder(workshop.deserializer());
        this.positions = new HashMap<>(stored);
    }

    /** Offset of the next record to apply, by partition. */
    Map<TopicPartition, Long> positions() {
        return Map.copyOf(positions);
    }

    /** Applies what was read. */
    void apply(ConsumerRecords<byte[], byte[]> records) {
        apply(batchOf(records), records);
    }

    /**
     * Stores the positions of all partitions, which pass markers of transactions without a record.
     *
     * @param ends of the partitions, where they are known.
     * @return how many offsets all of them are from their ends.
     */
    long passMarkers(Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Advance> advances = new HashMap<>();
        long lag = 0;
        for (TopicPartition partition : reader.partitions()) {
            Advance advance = advanceOf(partition, ends.get(partition));
            advances.put(partition, advance);
            lag += advance.end() == null ? 0 : Math.max(0, advance.end() - advance.next());
        }
        apply(new Batch(List.of(), advances, Map.of()), ConsumerRecords.empty());
        return lag;
    }

    private Batch batchOf(ConsumerRecords<byte[], byte[]> records) {
        List<Incoming> messages = new ArrayList<>(records.count());
        Map<SetAside, Long> setAside = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            Decoded decoded = decoder.decode(record);
            if (!selection.has(record, decoded.content())) {
                continue;
            }
            switch (decoded) {
                case Decoded.Understood(Incoming message) -> messages.add(message);
                case Decoded.Skipped(String reason) ->
                    setAside.merge(new SetAside(partitionOf(record), SetAside.Outcome.IGNORED, reason), 1L, Long::sum);
                case Decoded.Unreadable(ParkReason reason, String error) ->
                    setAside.merge(park(record, reason, error), 1L, Long::sum);
            }
        }
        Map<TopicPartition, Advance> advances = new HashMap<>();
        records.partitions().forEach(partition -> advances.put(partition, advanceOf(partition, null)));
        return new Batch(messages, advances, setAside);
    }

    /** Applies a batch; one that the database refuses is halved until the message that is to blame stands alone, and is parked. */
    private void apply(Batch batch, ConsumerRecords<byte[], byte[]> records) {
        Instant start = workshop.clock().instant();
        try {
            Applied applied = readModel.apply(owner, batch);
            batch.advances().forEach((partition, advance) -> positions.put(partition, advance.next()));
            workshop.listener()
                    .projected(applied, Duration.between(start, workshop.clock().instant()));
            batch.setAside().forEach(workshop.listener()::setAside);
        } catch (UnprojectableException refused) {
            if (batch.messages().isEmpty()) {
                throw refused;
            }
            if (batch.messages().size() > 1) {
                apply(batch.firstHalf(), records);
                apply(batch.secondHalf(), records);
            } else {
                Incoming message = batch.messages().getFirst();
                log.error("cannot project {} of {}, it is parked", message.source(), message.topic(), refused);
                SetAside kind =
                        park(origin(message, records), ParkReason.DECIDER_FAILED, String.valueOf(refused.getMessage()));
                apply(batch.withoutMessages(kind), records);
            }
        }
    }

    private SetAside park(ConsumerRecord<byte[], byte[]> record, ParkReason reason, String error) {
        workshop.parking().park(record, reason, error);
        return new SetAside(partitionOf(record), SetAside.Outcome.PARKED, reason.name());
    }

    private Advance advanceOf(TopicPartition partition, @Nullable Long end) {
        long next = reader.position(partition);
        return new Advance(positions.getOrDefault(partition, next), next, end);
    }

    private static ConsumerRecord<byte[], byte[]> origin(Incoming message, ConsumerRecords<byte[], byte[]> records) {
        return records.records(Batch.partitionOf(message)).stream()
                .filter(record -> record.offset() == message.source().offset())
                .findFirst()
                .orElseThrow();
    }

    private static TopicPartition partitionOf(ConsumerRecord<byte[], byte[]> record) {
        return new TopicPartition(record.topic(), record.partition());
    }
}
