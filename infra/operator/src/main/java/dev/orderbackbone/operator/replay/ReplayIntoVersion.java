package dev.orderbackbone.operator.replay;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.order.OrderEvent;
import dev.orderbackbone.contract.order.OrderPlaced;
import dev.orderbackbone.operator.CommandFailure;
import dev.orderbackbone.operator.change.Change;
import dev.orderbackbone.operator.change.ChangeProgress;
import dev.orderbackbone.operator.change.Operation;
import dev.orderbackbone.operator.change.Outcome;
import dev.orderbackbone.operator.change.Plan;
import dev.orderbackbone.operator.change.RecordTally;
import dev.orderbackbone.operator.projections.Estimates;
import dev.orderbackbone.operator.projections.ReadModelsOf;
import dev.orderbackbone.operator.projections.Targets;
import dev.orderbackbone.operator.text.Words;
import dev.orderbackbone.projection.operations.Pace;
import dev.orderbackbone.projection.operations.PartOfLog;
import dev.orderbackbone.projection.operations.ReadModelOperations;
import dev.orderbackbone.projection.operations.Replayed;
import dev.orderbackbone.projection.operations.VersionStatus;
import dev.orderbackbone.projection.operations.Versions;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Projects selected records into a version of the read models of their own, which the mart never shows. */
final class ReplayIntoVersion implements Change {
    /** As a rebuild has it: queries beside it do not wait. */
    private static final Pace PACE = new Pace(5_000, 75);

    private final ReplaySelection selection;
    private final Optional<Integer> wanted;
    private final ReadModelsOf readModels;
    private final Map<String, Object> clientProperties;
    private final MessageDeserializer deserializer;

    /** Into {@code wanted}, or where that is empty into the one that was begun, else the next one. */
    ReplayIntoVersion(
            ReplaySelection selection,
            Optional<Integer> wanted,
            ReadModelsOf readModels,
            Map<String, Object> clientProperties,
            MessageDeserializer deserializer) {
        this.selection = selection;
        this.wanted = wanted;
        this.readModels = readModels;
        this.clientProperties = Map.copyOf(clientProperties);
        this.deserializer = deserializer;
    }

    @Override
    public String command() {
        return "replay run";
    }

    @Override
    public String target() {
        return Targets.READ_MODELS;
    }

    @Override
    public Plan plan() throws InterruptedException {
        return readModels.ask(operations -> {
            Versions versions = operations.versions();
            int version = toReplayInto(versions);
            Map<TopicPartition, Long> begun = versions.positionsOf(version);
            ReplayScan scan = scan(versions);
            Selected selected = new Selected(begun);
            long began = System.nanoTime();
            scan.read(selected);
            requireAny(selected, version, begun);
            Duration reading = Duration.ofNanos(System.nanoTime() - began);
            return new Plan(
                    does(selected, version, begun),
                    selected.left.parts(),
                    selected.left.orders(),
                    Optional.of(reading.plus(Estimates.ofProjecting(selected.left.records(), PACE.percentAtWork()))),
                    warnings(scan, selected));
        });
    }

    @Override
    public Outcome run(Plan plan, Operation operation, ChangeProgress progress) throws InterruptedException {
        return readModels.ask(operations -> {
            Versions versions = operations.versions();
            int version = toReplayInto(versions);
            ReplayScan scan = scan(versions);
            PartOfLog part = new PartOfLog(name(), scan.from(), scan.to(), selection::has);
            Replayed replayed = operations.replay(
                    version, part, PACE, (done, total) -> progress.at("offsets of the log", done, total));
            return outcome(operations, plan, replayed);
        });
    }

    private Outcome outcome(ReadModelOperations operations, Plan plan, Replayed replayed) {
        VersionStatus version = operations.versions().version(replayed.version());
        SequencedMap<String, Long> counts = new LinkedHashMap<>();
        counts.put("records projected", replayed.projected());
        counts.put("records of which nothing is shown", replayed.ignored());
        if (replayed.unreadable() > 0) {
            counts.put("records that cannot be projected, as in the live version", replayed.unreadable());
        }
        counts.put("records in " + version.name(), version.records());
        long dealtWith = replayed.projected() + replayed.ignored() + replayed.unreadable();
        List<String> faults = new ArrayList<>();
        if (dealtWith < plan.records()) {
            faults.add(Words.count(dealtWith) + " records were dealt with, of " + Words.count(plan.records())
                    + " planned");
        }
        if (!version.isComplete()) {
            faults.add(version.name() + " is not filled");
        }
        return new Outcome(counts, faults);
    }

    private VersionStatus.Part name() {
        return new VersionStatus.Part(selection.mark(), selection.words());
    }

    private int toReplayInto(Versions versions) {
        return versions.toReplayInto(wanted.orElse(null), name());
    }

    private ReplayScan scan(Versions versions) throws InterruptedException {
        ReplayScan scan = ReplayScan.of(selection, clientProperties, deserializer);
        scan.readNoFurtherThan(versions.live().positions());
        return scan;
    }

    private void requireAny(Selected selected, int version, Map<TopicPartition, Long> begun) {
        if (selected.left.records() == 0) {
            throw new CommandFailure(
                    begun.isEmpty()
                            ? "nothing on " + selection.topics() + " is selected, so nothing would be done"
                            : VersionStatus.nameOf(version) + " holds all of it: " + selection.words());
        }
    }

    private static String does(Selected selected, int version, Map<TopicPartition, Long> begun) {
        return (begun.isEmpty() ? "project " : "go on projecting ") + Words.count(selected.left.records())
                + " records into " + VersionStatus.nameOf(version) + ", which is queried in the schema "
                + VersionStatus.martOf(version) + " and never shown in the mart";
    }

    private static List<String> warnings(ReplayScan scan, Selected selected) {
        List<String> warnings = new ArrayList<>(scan.gaps());
        if (!selected.begunBefore.isEmpty()) {
            warnings.add(
                    "of " + Words.count(selected.begunBefore.size())
                            + " orders the first event is not selected: there will be no row of them in orders, order_lines and order_events");
        }
        warnings.add(Estimates.NOTE);
        return warnings;
    }

    /** Counts what is selected, and of it what is left to be projected. */
    private static final class Selected implements ReplayScan.Reader {
        private final Map<TopicPartition, Long> begun;
        private final RecordTally left = new RecordTally();
        private final Set<String> placed = new HashSet<>();
        private final Set<String> begunBefore = new HashSet<>();

        Selected(Map<TopicPartition, Long> begun) {
            this.begun = begun;
        }

        @Override
        public void on(ConsumerRecord<byte[], byte[]> record, @Nullable Message message) {
            TopicPartition partition = new TopicPartition(record.topic(), record.partition());
            if (record.offset() >= begun.getOrDefault(partition, 0L)) {
                left.add(record, message);
            }
            if (message instanceof OrderPlaced first) {
                placed.add(first.meta().orderId());
            } else if (message instanceof OrderEvent event
                    && !placed.contains(event.meta().orderId())) {
                begunBefore.add(event.meta().orderId());
            }
        }
    }
}
