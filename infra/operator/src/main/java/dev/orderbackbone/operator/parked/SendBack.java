package dev.orderbackbone.operator.parked;

import dev.orderbackbone.operator.CommandFailure;
import dev.orderbackbone.operator.change.Change;
import dev.orderbackbone.operator.change.ChangeProgress;
import dev.orderbackbone.operator.change.Operation;
import dev.orderbackbone.operator.change.Outcome;
import dev.orderbackbone.operator.change.Plan;
import dev.orderbackbone.operator.change.Plan.Part;
import dev.orderbackbone.runtime.Redrive.Action;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Parked records are dealt with: decided on again, corrected if that is wanted, or discarded. */
final class SendBack implements Change {
    private static final String TARGET = "parked records";

    /** One is sent after the other, and awaited: as measured with one broker on two busy cores. */
    private static final Duration A_RECORD = Duration.ofMillis(7);

    /** What is parked is read before, and after. */
    private static final int READINGS = 2;

    private static final String ESTIMATED =
            "the time is an estimate, from how long it took to read what is parked, and for services that are idle";

    private final String command;
    private final Map<String, Object> kafkaProperties;
    private final MessageDeserializer deserializer;
    private final Wish wish;
    private @Nullable Correction correction;

    /**
     * What is wanted.
     *
     * @param wanted which of the outstanding records.
     * @param words how that was asked for.
     */
    record Wish(Action action, Predicate<ParkedEntry> wanted, String words) {}

    SendBack(String command, Map<String, Object> kafkaProperties, MessageDeserializer deserializer, Wish wish) {
        this.command = command;
        this.kafkaProperties = Map.copyOf(kafkaProperties);
        this.deserializer = deserializer;
        this.wish = wish;
    }

    /** The same, with a record that is corrected first. */
    SendBack with(Correction edited) {
        correction = edited;
        return this;
    }

    @Override
    public String command() {
        return command;
    }

    /** One for all: what two operators do to one line at once neither of them understands. */
    @Override
    public String target() {
        return TARGET;
    }

    @Override
    public Plan plan() throws InterruptedException {
        long began = System.nanoTime();
        ParkedState state = ParkedState.read(kafkaProperties, deserializer);
        Duration reading = Duration.ofNanos(System.nanoTime() - began);
        Selection selection = selection(state);
        if (selection.entries().isEmpty()) {
            throw new CommandFailure(
                    selection.refused().isEmpty()
                            ? "nothing outstanding is parked that matches " + wish.words()
                            : "nothing can be sent back: " + String.join("; ", refusals(selection)));
        }
        TreeSet<String> orders = new TreeSet<>();
        selection.entries().stream()
                .map(ParkedEntry::orderId)
                .filter(id -> !id.isEmpty())
                .forEach(orders::add);
        return new Plan(
                does(selection),
                parts(selection.entries()),
                orders,
                Optional.of(reading.multipliedBy(READINGS)
                        .plus(A_RECORD.multipliedBy(selection.entries().size()))),
                warnings(state, selection));
    }

    @Override
    public Outcome run(Plan plan, Operation operation, ChangeProgress progress) throws InterruptedException {
        try (RedriveRun run =
                new RedriveRun(kafkaProperties, deserializer, wish.action(), operation.id(), progress, correction)) {
            ParkedState state = ParkedState.read(kafkaProperties, deserializer);
            return run.of(selection(state));
        }
    }

    private Selection selection(ParkedState state) {
        Correction edited = correction;
        return wish.action() == Action.DISCARD
                ? Selection.toDiscard(state, wish.wanted())
                : Selection.toRedrive(state, wish.wanted(), entry -> refusal(entry, edited));
    }

    private static Optional<String> refusal(ParkedEntry entry, @Nullable Correction edited) {
        return edited != null && edited.entry().record().equals(entry.record())
                ? Refusals.ofEdit(entry)
                : Refusals.ofRedrive(entry);
    }

    private String does(Selection selection) {
        String records = selection.entries().size() == 1
                ? "a parked record"
                : selection.entries().size() + " parked records";
        if (wish.action() == Action.DISCARD) {
            return "discard " + records;
        }
        return (correction == null ? "" : "correct one record and ") + "have " + records + " decided on again";
    }

    private List<String> warnings(ParkedState state, Selection selection) {
        List<String> warnings = new ArrayList<>();
        Correction edited = correction;
        if (edited != null) {
            edited.differences().forEach(difference -> warnings.add("changed: " + difference));
        }
        if (selection.additional() > 0) {
            warnings.add(selection.additional()
                    + " of them stand before those asked for in their line, which is taken from its first record on");
        }
        if (wish.action() == Action.DISCARD) {
            long followed = selection.entries().stream()
                    .filter(entry -> state.fates().lineOf(entry.record()).size() > 1)
                    .count();
            if (followed > 0) {
                warnings.add(followed + " of them stand in a line with others, which are decided on without them");
            }
        }
        refusals(selection).forEach(refusal -> warnings.add("not sent back: " + refusal));
        warnings.add(
                wish.action() == Action.DISCARD
                        ? ESTIMATED
                        : ESTIMATED + "; what comes to a line meanwhile is not in it");
        return warnings;
    }

    private static List<String> refusals(Selection selection) {
        return selection.refused().entrySet().stream()
                .map(refusal -> refusal.getKey() + ": " + refusal.getValue())
                .toList();
    }

    private static List<Part> parts(List<ParkedEntry> entries) {
        Map<Part, List<ParkedEntry>> byKind = new LinkedHashMap<>();
        entries.forEach(entry ->
                byKind.computeIfAbsent(kindOf(entry), kind -> new ArrayList<>()).add(entry));
        List<Part> parts = new ArrayList<>();
        byKind.forEach((kind, all) -> {
            List<Instant> times = all.stream().map(ParkedEntry::at).sorted().toList();
            parts.add(new Part(
                    kind.topic(), kind.partition(), kind.type(), all.size(), times.getFirst(), times.getLast()));
        });
        return parts;
    }

    private static Part kindOf(ParkedEntry entry) {
        return new Part(
                entry.record().place().source(), entry.record().place().partition(), entry.type(), 0, null, null);
    }
}
