package dev.orderbackbone.operator.parked;

import dev.orderbackbone.operator.change.ChangeProgress;
import dev.orderbackbone.operator.change.Outcome;
import dev.orderbackbone.operator.log.Cluster;
import dev.orderbackbone.operator.parking.Answer;
import dev.orderbackbone.operator.parking.Fate;
import dev.orderbackbone.operator.parking.ParkedFates;
import dev.orderbackbone.operator.verify.evidence.Place;
import dev.orderbackbone.operator.verify.evidence.RedriveRecord;
import dev.orderbackbone.runtime.Redrive;
import dev.orderbackbone.runtime.Redrive.Action;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Sends records back, waits for the services to deal with them, and tells what came of it. Of lines that were taken as a whole it goes on with what has
 * come to them meanwhile, until they are free. Whatever was sent before an interruption is dealt with all the same.
 */
final class RedriveRun implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final int MOST_FAULTS = 20;

    private final Map<String, Object> kafkaProperties;
    private final MessageDeserializer deserializer;
    private final Action action;
    private final String operation;
    private final ChangeProgress progress;
    private final @Nullable Correction correction;
    private final RedriveWriter writer;
    private final Cluster cluster;
    private final Map<Fate, Long> fates = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private long sent;
    private long unchanged;

    RedriveRun(
            Map<String, Object> kafkaProperties,
            MessageDeserializer deserializer,
            Action action,
            String operation,
            ChangeProgress progress,
            @Nullable Correction correction) {
        this.kafkaProperties = kafkaProperties;
        this.deserializer = deserializer;
        this.action = action;
        this.operation = operation;
        this.progress = progress;
        this.correction = correction;
        this.writer = new RedriveWriter(kafkaProperties);
        this.cluster = new Cluster(kafkaProperties);
    }

    @Override
    public void close() {
        writer.close();
        cluster.close();
    }

    Outcome of(Selection selection) throws InterruptedException {
        Selection next = new Selection(selection.entries(), 0, Map.of(), List.of());
        boolean isAnswered = true;
        while (!next.entries().isEmpty() && isAnswered) {
            Set<Place> places = send(next.entries());
            isAnswered = awaitRead(places);
            ParkedState state = ParkedState.read(kafkaProperties, deserializer);
            judge(state, places);
            next = whatCameMeanwhile(state, selection);
        }
        next.refused().forEach((place, why) -> faults.add(place + " came meanwhile and was not sent back: " + why));
        return outcome(selection.refused().size());
    }

    private Set<Place> send(List<ParkedEntry> entries) throws InterruptedException {
        Set<Place> places = new HashSet<>();
        for (ParkedEntry entry : entries) {
            progress.at("records", sent, sent + entries.size() - places.size());
            Correction edited = correction;
            boolean isEdited = edited != null && edited.entry().record().equals(entry.record());
            places.add(writer.send(entry, action, operation, isEdited ? edited : null));
            sent++;
        }
        return places;
    }

    /** Whether the services have dealt with all of it. */
    private boolean awaitRead(Set<Place> places) throws InterruptedException {
        Map<TopicPartition, Long> ends = new HashMap<>();
        places.forEach(place ->
                ends.merge(new TopicPartition(place.source(), place.partition()), place.offset() + 1, Long::max));
        long began = System.nanoTime();
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
            String service = Topics.serviceOf(Topics.named(end.getKey().topic()));
            while (positionOf(service, end.getKey()) < end.getValue()) {
                progress.at("records", sent, sent);
                if (System.nanoTime() - began > PATIENCE.toNanos()) {
                    faults.add(service + " has not read what was sent to it for " + PATIENCE.toSeconds()
                            + " s: it will when it runs, see 'parked list'");
                    return false;
                }
                Thread.sleep(BETWEEN_LOOKS);
            }
        }
        return true;
    }

    private long positionOf(String service, TopicPartition partition) throws InterruptedException {
        return cluster.committedBy(service, List.of(partition)).getOrDefault(partition, 0L);
    }

    private void judge(ParkedState state, Set<Place> places) {
        state.fates().answers().forEach((redrive, answer) -> {
            if (places.contains(redrive.place()) && !answer.isPending()) {
                judge(state, redrive, answer);
            }
        });
    }

    private void judge(ParkedState state, RedriveRecord redrive, Answer answer) {
        String ignored = answer.ignored();
        if (ignored != null) {
            unchanged++;
            faults.add(redrive.id() + " was not dealt with: " + wordsOf(ignored));
            return;
        }
        fates.merge(answer.fate(), 1L, Long::sum);
        if (answer.fate() == Fate.PARKED_AGAIN) {
            faults.add(redrive.id() + " failed again: " + errorOf(state, redrive));
        }
    }

    private static String wordsOf(String ignored) {
        return switch (ignored) {
            case Redrive.BEHIND -> "an earlier record of its line failed again";
            case Redrive.NOT_PARKED -> "somebody has dealt with it before";
            default -> ignored;
        };
    }

    private static String errorOf(ParkedState state, RedriveRecord redrive) {
        return state.entries().stream()
                .filter(entry -> redrive.place().equals(entry.record().redrive()))
                .map(entry -> entry.record().reason() + ", " + entry.error())
                .findFirst()
                .orElse("(not stated)");
    }

    /** Of the lines that were taken as a whole, and in which nothing has failed. */
    private Selection whatCameMeanwhile(ParkedState state, Selection selection) {
        if (!faults.isEmpty() || selection.followed().isEmpty()) {
            return new Selection(List.of(), 0, Map.of(), List.of());
        }
        return Selection.toRedrive(
                state,
                entry -> selection.followed().stream()
                        .anyMatch(first -> ParkedFates.areInOneLine(first, entry.record())),
                Refusals::ofRedrive);
    }

    private Outcome outcome(long refused) {
        LinkedHashMap<String, Long> counts = new LinkedHashMap<>();
        counts.put("sent back", sent);
        putIfAny(counts, "decided on", fates.getOrDefault(Fate.REDRIVEN, 0L));
        putIfAny(counts, "discarded", fates.getOrDefault(Fate.DISCARDED, 0L));
        putIfAny(counts, "parked again", fates.getOrDefault(Fate.PARKED_AGAIN, 0L));
        putIfAny(counts, "left as they were", unchanged);
        putIfAny(counts, "not sent back", refused);
        List<String> told = faults.size() <= MOST_FAULTS
                ? faults
                : Stream.concat(faults.stream().limit(MOST_FAULTS), Stream.of(faults.size() - MOST_FAULTS + " more"))
                        .toList();
        return new Outcome(counts, told);
    }

    private static void putIfAny(Map<String, Long> counts, String what, long count) {
        if (count > 0) {
            counts.put(what, count);
        }
    }
}
