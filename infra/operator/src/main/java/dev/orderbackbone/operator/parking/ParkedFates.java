package dev.orderbackbone.operator.parking;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.operator.verify.evidence.ParkedRecord;
import dev.orderbackbone.operator.verify.evidence.Place;
import dev.orderbackbone.operator.verify.evidence.RedriveRecord;
import dev.orderbackbone.runtime.Redrive;
import dev.orderbackbone.runtime.Redrive.Action;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What has become of each copy of a parked record, and what came of each record that was sent back. */
public final class ParkedFates {
    private final Map<Known, Copies> copies = new HashMap<>();
    private final Map<Line, Map<Known, Copies>> lines = new HashMap<>();
    private final Map<Place, ParkedRecord> byRedrive = new HashMap<>();
    private final Map<RedriveRecord, Answer> answers = new LinkedHashMap<>();
    private final Map<Place, Message> corrections = new HashMap<>();
    private final BiPredicate<String, String> isDecidedBy;
    private final Predicate<Place> hasBeenRead;

    private record Known(String service, String id) {}

    /** Of a service, in one task: the same name in two partitions is two lines. */
    private record Line(String service, int partition, String name) {}

    /** One that waits in a line, and where on the parked topic it stood when it came to it. */
    private record Waiting(ParkedRecord copy, long joined) {}

    private ParkedFates(BiPredicate<String, String> isDecidedBy, Predicate<Place> hasBeenRead) {
        this.isDecidedBy = isDecidedBy;
        this.hasBeenRead = hasBeenRead;
    }

    /**
     * From the log.
     *
     * @param redrives each partition in the order of its offsets.
     * @param isDecidedBy whether a service, the first, decides on the records of a topic, the second.
     * @param hasBeenRead whether the service has read the redrive record that stands there.
     */
    public static ParkedFates of(
            Collection<ParkedRecord> parked,
            List<RedriveRecord> redrives,
            BiPredicate<String, String> isDecidedBy,
            Predicate<Place> hasBeenRead) {
        ParkedFates fates = new ParkedFates(isDecidedBy, hasBeenRead);
        parked.forEach(fates::add);
        redrives.forEach(redrive -> fates.answers.put(redrive, fates.answerTo(redrive)));
        return fates;
    }

    /** What has become of a copy. */
    public Fate of(ParkedRecord copy) {
        Copies all = copies.get(new Known(copy.service(), copy.id()));
        return all == null ? Fate.OUTSTANDING : all.fateOf(copy);
    }

    /** All that is outstanding in the line of a copy, the first first; where nothing waits behind it, that copy alone. */
    public List<ParkedRecord> lineOf(ParkedRecord copy) {
        return copy.line().isEmpty()
                ? List.of(copy)
                : waitingIn(nameOf(copy))
                        .sorted(Comparator.comparingLong(Waiting::joined))
                        .map(Waiting::copy)
                        .toList();
    }

    /** Whether two copies stand in the same line, in which one waits behind the other. */
    public static boolean areInOneLine(ParkedRecord one, ParkedRecord other) {
        return !one.line().isEmpty() && nameOf(one).equals(nameOf(other));
    }

    /** The copy that a redrive record names; empty where there is none. */
    public Optional<ParkedRecord> copyOf(RedriveRecord redrive) {
        Copies all = copies.get(new Known(redrive.service(), redrive.id()));
        return Optional.ofNullable(all).map(found -> found.of(redrive.attempt()));
    }

    /** What came of each redrive record, in the order of their offsets. */
    public Map<RedriveRecord, Answer> answers() {
        return Collections.unmodifiableMap(answers);
    }

    /** What records are to be taken to say that were edited before they were decided on, by where they stand. */
    public Map<Place, Message> corrections() {
        return Collections.unmodifiableMap(corrections);
    }

    private void add(ParkedRecord copy) {
        Known known = new Known(copy.service(), copy.id());
        Copies all = copies.computeIfAbsent(known, any -> new Copies());
        all.add(copy);
        if (!copy.line().isEmpty()) {
            lines.computeIfAbsent(nameOf(copy), any -> new HashMap<>()).put(known, all);
        }
        Place redrive = copy.redrive();
        if (redrive != null) {
            byRedrive.put(redrive, copy);
        }
    }

    private Answer answerTo(RedriveRecord redrive) {
        Action action = redrive.action();
        Copies all = copies.get(new Known(redrive.service(), redrive.id()));
        ParkedRecord again = byRedrive.get(redrive.place());
        if (again == null && !hasBeenRead.test(redrive.place())) {
            return Answer.PENDING;
        }
        if (action == null) {
            return Answer.ignored(Redrive.MALFORMED);
        }
        ParkedRecord copy = all == null ? null : all.outstanding();
        if (all == null || copy == null || copy.attempt() != redrive.attempt()) {
            return Answer.ignored(Redrive.NOT_PARKED);
        }
        if (action == Action.DISCARD) {
            all.ended(Fate.DISCARDED);
            return Answer.of(Fate.DISCARDED);
        }
        return redriven(redrive, copy, all, again);
    }

    private Answer redriven(RedriveRecord redrive, ParkedRecord copy, Copies all, @Nullable ParkedRecord again) {
        if (isBehind(copy, all)) {
            return Answer.ignored(Redrive.BEHIND);
        }
        if (!copy.isOfDeadline()
                && !isDecidedBy.test(copy.service(), copy.origin().source())) {
            return Answer.ignored(Redrive.NOT_DECIDED);
        }
        if (copy.leftAtOrigin() && !redrive.edited()) {
            return Answer.ignored(Redrive.NO_VALUE);
        }
        if (redrive.edited()) {
            all.sentEdited();
        }
        if (again != null) {
            all.parkedAgain();
            return Answer.of(Fate.PARKED_AGAIN);
        }
        all.ended(Fate.REDRIVEN);
        Message message = redrive.message();
        if (all.edited() && message != null) {
            corrections.put(copy.origin(), message);
        }
        return Answer.of(Fate.REDRIVEN);
    }

    private boolean isBehind(ParkedRecord copy, Copies all) {
        long joined = all.joinedAt(copy).offset();
        return !copy.line().isEmpty() && waitingIn(nameOf(copy)).anyMatch(other -> other.joined() < joined);
    }

    private Stream<Waiting> waitingIn(Line line) {
        return lines.getOrDefault(line, Map.of()).values().stream().flatMap(all -> {
            ParkedRecord outstanding = all.outstanding();
            return outstanding != null && outstanding.line().equals(line.name())
                    ? Stream.of(
                            new Waiting(outstanding, all.joinedAt(outstanding).offset()))
                    : Stream.empty();
        });
    }

    private static Line nameOf(ParkedRecord copy) {
        int partition =
                copy.isOfDeadline() ? copy.place().partition() : copy.origin().partition();
        return new Line(copy.service(), partition, copy.line());
    }
}
