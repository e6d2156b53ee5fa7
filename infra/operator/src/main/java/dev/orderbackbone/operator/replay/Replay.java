package dev.orderbackbone.operator.replay;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.operator.CommandFailure;
import dev.orderbackbone.operator.change.Change;
import dev.orderbackbone.operator.change.ChangeProgress;
import dev.orderbackbone.operator.change.Operation;
import dev.orderbackbone.operator.change.Outcome;
import dev.orderbackbone.operator.change.Plan;
import dev.orderbackbone.operator.change.Plan.Part;
import dev.orderbackbone.operator.text.Words;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Copies selected records of a topic into a new one, as they are, in the order and partition that they have. */
final class Replay implements Change {
    /** What is written costs as much again as what is read, about. */
    private static final int READ_AND_WRITTEN = 2;

    private static final String UNDECODABLE = "(does not decode)";

    private final ReplaySelection selection;
    private final TargetTopic target;
    private final Map<String, Object> clientProperties;
    private final MessageDeserializer deserializer;

    Replay(
            ReplaySelection selection,
            TargetTopic target,
            Map<String, Object> clientProperties,
            MessageDeserializer deserializer) {
        this.selection = selection;
        this.target = target;
        this.clientProperties = Map.copyOf(clientProperties);
        this.deserializer = deserializer;
    }

    @Override
    public String command() {
        return "replay run";
    }

    @Override
    public String target() {
        return target.name();
    }

    @Override
    public Plan plan() throws InterruptedException {
        target.requireHarmless();
        Optional<Map<Integer, Long>> begun = target.begun(selection.mark());
        ReplayScan scan = ReplayScan.of(selection, clientProperties, deserializer);
        Tally tally = new Tally();
        long began = System.nanoTime();
        scan.read(tally);
        if (tally.parts.isEmpty()) {
            throw new CommandFailure(
                    "nothing on " + selection.source().name() + " is selected, so nothing would be done");
        }
        Duration reading = Duration.ofNanos(System.nanoTime() - began);
        String does = (begun.isPresent() ? "go on copying " : "copy ") + Words.count(tally.records())
                + " records of " + selection.source().name() + " to " + target.name()
                + (begun.isPresent() ? ", which has " + Words.count(target.records()) + " of them" : ", a new topic");
        return new Plan(
                does, tally.parts(), tally.orders, Optional.of(reading.multipliedBy(READ_AND_WRITTEN)), warnings(scan));
    }

    @Override
    public Outcome run(Plan plan, Operation operation, ChangeProgress progress) throws InterruptedException {
        Optional<Map<Integer, Long>> begun = target.begun(selection.mark());
        ReplayScan scan = ReplayScan.of(selection, clientProperties, deserializer);
        if (begun.isEmpty()) {
            target.create(scan.partitions());
        }
        long before = begun.isEmpty() ? 0 : target.records();
        String mark = selection.mark();
        long[] copied = {0};
        try (RawWriter writer = RawWriter.open(clientProperties)) {
            scan.readAfter(begun.orElse(Map.of()), record -> {
                writer.send(new ProducerRecord<>(
                        target.name(),
                        record.partition(),
                        record.timestamp() < 0 ? null : record.timestamp(),
                        record.key(),
                        record.value(),
                        ReplayHeaders.of(record, mark, operation.id())));
                copied[0]++;
                progress.at("records", before + copied[0], plan.records());
            });
            writer.flush();
        }
        return outcome(plan, copied[0]);
    }

    /** Records that have come since the plan was made may be among them. */
    private Outcome outcome(Plan plan, long copied) throws InterruptedException {
        long there = target.records();
        SequencedMap<String, Long> counts = new LinkedHashMap<>();
        counts.put("records copied", copied);
        counts.put("records on " + target.name(), there);
        List<String> faults = there < plan.records()
                ? List.of(target.name() + " has " + Words.count(there) + " records, of " + Words.count(plan.records())
                        + " planned")
                : List.of();
        return new Outcome(counts, faults);
    }

    private List<String> warnings(ReplayScan scan) {
        List<String> warnings = new ArrayList<>();
        byPartition(scan).forEach((partition, beginning) -> {
            if (beginning > selection.fromOffset()) {
                warnings.add("retention no longer holds what stood before offset " + beginning + " of partition "
                        + partition);
            }
        });
        return warnings;
    }

    private static Map<Integer, Long> byPartition(ReplayScan scan) {
        Map<Integer, Long> beginnings = new TreeMap<>();
        scan.beginnings().forEach((partition, offset) -> beginnings.put(partition.partition(), offset));
        return beginnings;
    }

    /** Counts what is selected. */
    private static final class Tally implements ReplayScan.Reader {
        private final TreeMap<Integer, TreeMap<String, Part>> parts = new TreeMap<>();
        private final TreeSet<String> orders = new TreeSet<>();

        @Override
        public void on(ConsumerRecord<byte[], byte[]> record, @Nullable Message message) {
            Instant time = Instant.ofEpochMilli(record.timestamp());
            String type = message == null ? UNDECODABLE : message.getClass().getSimpleName();
            parts.computeIfAbsent(record.partition(), partition -> new TreeMap<>())
                    .merge(type, new Part(record.topic(), record.partition(), type, 1, time, time), Tally::together);
            if (message != null && !message.meta().orderId().isEmpty()) {
                orders.add(message.meta().orderId());
            }
        }

        long records() {
            return parts().stream().mapToLong(Part::records).sum();
        }

        List<Part> parts() {
            return parts.values().stream()
                    .flatMap(types -> types.values().stream())
                    .toList();
        }

        private static Part together(Part one, Part other) {
            return new Part(
                    one.topic(),
                    one.partition(),
                    one.type(),
                    one.records() + other.records(),
                    earlier(one.first(), other.first()),
                    later(one.last(), other.last()));
        }

        private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
            return one == null || (other != null && other.isBefore(one)) ? other : one;
        }

        private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
            return one == null || (other != null && other.isAfter(one)) ? other : one;
        }
    }
}
