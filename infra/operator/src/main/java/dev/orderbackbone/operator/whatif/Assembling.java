package dev.orderbackbone.operator.whatif;

import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toSet;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.operator.verify.evidence.Place;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.UndecodableException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes histories of records: which input was decided on, which outputs are one decision.
 *
 * @param inputs topics that the service reads.
 * @param decider of the service.
 * @param isParked whether an input was put aside.
 * @param isSentBack whether an input was put aside, and sent back.
 * @param isDecided whether the service has come beyond an input.
 */
record Assembling(
        List<Topic> inputs,
        PresentDecider<?> decider,
        MessageDeserializer deserializer,
        Predicate<Place> isParked,
        Predicate<Place> isSentBack,
        Predicate<Place> isDecided) {
    private static final Comparator<Output> BY_PLACE = Comparator.<Output, String>comparing(
                    output -> output.place().source())
            .thenComparingInt(output -> output.place().partition())
            .thenComparingLong(output -> output.place().offset());

    /** Outputs that belong together; two decisions on one input that came twice can even have the same time. */
    private record Group(UUID cause, Instant now, int copy) {}

    /**
     * One history.
     *
     * @param isWhole whether all of the log was read, so that the beginning of the order cannot be missing.
     * @return the history; without inputs and decisions where nothing of it can be compared.
     */
    History of(String orderId, RawHistory raw, boolean isWhole) {
        Counts counts = new Counts();
        List<Logged> known = unparked(raw.inputs(), counts);
        List<Logged> decidedOn = new ArrayList<>();
        List<Logged> ahead = new ArrayList<>();
        known.forEach(input -> (isDecided.test(input.place()) ? decidedOn : ahead).add(input));
        counts.add(Reason.NOT_DECIDED_YET, ahead.size());
        if (raw.inputs().stream().map(Logged::place).anyMatch(isSentBack)) {
            counts.add(Reason.SENT_BACK, decidedOn.size());
            return new History(orderId, List.of(), List.of(), counts);
        }
        try {
            List<List<Input>> queues = queues(decidedOn);
            List<Input> all = queues.stream().flatMap(List::stream).toList();
            List<RecordedDecision> decisions = decisions(raw.outputs(), all, idsOf(ahead), isWhole, counts);
            if (isWhole || decider.isBeginningOf(all, decisions)) {
                return new History(orderId, queues, decisions, counts);
            }
            counts.add(Reason.BEGAN_EARLIER, all.size());
        } catch (UndecodableException undecodable) {
            counts.add(Reason.UNDECODABLE, decidedOn.size());
        }
        return new History(orderId, List.of(), List.of(), counts);
    }

    private List<Logged> unparked(List<Logged> all, Counts counts) {
        List<Logged> rest =
                all.stream().filter(input -> !isParked.test(input.place())).toList();
        counts.add(Reason.PARKED, all.size() - rest.size());
        return rest;
    }

    private List<List<Input>> queues(List<Logged> decidedOn) {
        return inputs.stream()
                .map(topic -> decidedOn.stream()
                        .filter(input -> input.place().source().equals(topic.name()))
                        .sorted(Comparator.comparingLong(input -> input.place().offset()))
                        .map(input -> new Input(input.place(), deserializer.deserialize(input.value())))
                        .toList())
                .toList();
    }

    private Set<UUID> idsOf(List<Logged> ahead) {
        Set<UUID> ids = new HashSet<>();
        for (Logged input : ahead) {
            Message message = decodable(input);
            if (message != null) {
                ids.add(message.meta().eventId());
            }
        }
        return ids;
    }

    /** Of what was not decided on, nothing need decode. */
    private @Nullable Message decodable(Logged input) {
        try {
            return deserializer.deserialize(input.value());
        } catch (UndecodableException undecodable) {
            return null;
        }
    }

    private List<RecordedDecision> decisions(
            List<Logged> outputs, List<Input> inputs, Set<UUID> ahead, boolean isWhole, Counts counts) {
        List<Output> all = outputs.stream()
                .map(output -> new Output(output.place(), deserializer.deserialize(output.value())))
                .toList();
        // What nothing has caused was written by an operator.
        List<Output> caused = decider.decided(all).stream()
                .filter(output -> !output.id().equals(output.message().meta().causationId()))
                .sorted(BY_PLACE)
                .toList();
        List<RecordedDecision> decisions = decisions(caused);
        Set<UUID> decidedOn = inputs.stream().map(Input::id).collect(toSet());
        // What was written after the inputs were counted follows from one of those that are ahead.
        Set<UUID> onlyAhead = new HashSet<>(ahead);
        onlyAhead.removeAll(decidedOn);
        List<RecordedDecision> settled = withoutThoseOf(onlyAhead, decisions);
        List<RecordedDecision> unexplained = withoutThoseOf(decidedOn, settled);
        List<RecordedDecision> explained = settled.stream()
                .filter(decision -> !unexplained.contains(decision))
                .toList();
        if (isWhole) {
            counts.add(Reason.CAUSE_UNKNOWN, outputsOf(unexplained));
        }
        return explained;
    }

    private static List<RecordedDecision> decisions(List<Output> caused) {
        Map<UUID, Integer> copies = new HashMap<>();
        Map<Group, List<Output>> groups = new LinkedHashMap<>();
        for (Output output : caused) {
            int copy = copies.merge(output.id(), 1, Integer::sum);
            Group group = new Group(
                    output.message().meta().causationId(),
                    output.message().meta().occurredAt(),
                    copy);
            groups.computeIfAbsent(group, any -> new ArrayList<>()).add(output);
        }
        List<RecordedDecision> decisions = new ArrayList<>(groups.size());
        groups.forEach((group, outputs) -> decisions.add(new RecordedDecision(group.cause(), group.now(), outputs)));
        return decisions;
    }

    /** Leaves out what follows from some messages: what they have caused, and what that has caused. */
    private static List<RecordedDecision> withoutThoseOf(Set<UUID> causes, List<RecordedDecision> decisions) {
        Set<UUID> all = new HashSet<>(causes);
        List<RecordedDecision> rest = decisions;
        boolean isAnyFound = true;
        while (isAnyFound) {
            Map<Boolean, List<RecordedDecision>> parts =
                    rest.stream().collect(partitioningBy(decision -> all.contains(decision.cause())));
            parts.getOrDefault(true, List.of())
                    .forEach(decision -> decision.outputs().forEach(output -> all.add(output.id())));
            isAnyFound = !parts.getOrDefault(true, List.of()).isEmpty();
            rest = parts.getOrDefault(false, List.of());
        }
        return rest;
    }

    private static long outputsOf(Collection<RecordedDecision> decisions) {
        return decisions.stream()
                .mapToLong(decision -> decision.outputs().size())
                .sum();
    }
}
