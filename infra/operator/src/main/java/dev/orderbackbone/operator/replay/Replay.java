package dev.orderbackbone.operator.replay;

import dev.orderbackbone.operator.CommandFailure;
import dev.orderbackbone.operator.change.Change;
import dev.orderbackbone.operator.change.ChangeProgress;
import dev.orderbackbone.operator.change.Operation;
import dev.orderbackbone.operator.change.Outcome;
import dev.orderbackbone.operator.change.Plan;
import dev.orderbackbone.operator.change.RecordTally;
import dev.orderbackbone.operator.text.Words;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Copies selected records of a topic into a new one, as they are, in the order and partition that they have. */
final class Replay implements Change {
    /** What is written costs as much again as what is read, about. */
    private static final int READ_AND_WRITTEN = 2;

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
        RecordTally tally = new RecordTally();
        long began = System.nanoTime();
        scan.read(tally::add);
        if (tally.records() == 0) {
            throw new CommandFailure("nothing on " + selection.topics() + " is selected, so nothing would be done");
        }
        Duration reading = Duration.ofNanos(System.nanoTime() - began);
        String does = (begun.isPresent() ? "go on copying " : "copy ") + Words.count(tally.records())
                + " records of " + selection.topics() + " to " + target.name()
                + (begun.isPresent() ? ", which has " + Words.count(target.records()) + " of them" : ", a new topic");
        return new Plan(
                does, tally.parts(), tally.orders(), Optional.of(reading.multipliedBy(READ_AND_WRITTEN)), scan.gaps());
    }

    @Override
    public Outcome run(Plan plan, Operation operation, ChangeProgress progress) throws InterruptedException {
        Optional<Map<Integer, Long>> begun = target.begun(selection.mark());
        ReplayScan scan = ReplayScan.of(selection, clientProperties, deserializer);
        if (begun.isEmpty()) {
            target.create(scan.partitionsOf(selection.sources().getFirst()));
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
}
