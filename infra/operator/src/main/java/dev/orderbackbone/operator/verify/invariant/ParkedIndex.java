package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.operator.parking.Answer;
import dev.orderbackbone.operator.parking.Fate;
import dev.orderbackbone.operator.parking.ParkedFates;
import dev.orderbackbone.operator.verify.evidence.ContentHash;
import dev.orderbackbone.operator.verify.evidence.LogRecord;
import dev.orderbackbone.operator.verify.evidence.ParkedRecord;
import dev.orderbackbone.operator.verify.evidence.Place;
import dev.orderbackbone.operator.verify.evidence.RedriveRecord;
import dev.orderbackbone.schemas.Topics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parked records by where they came from, and what has become of them. Complete before any desk opens, and not changed afterwards. */
public final class ParkedIndex {
    private final ParkedFates fates;
    private final Map<String, Map<Place, List<ParkedRecord>>> byOrigin = new HashMap<>();
    private final Map<Place, Fate> fateOfOrigin = new HashMap<>();
    private final Map<Fate, Long> counts = new EnumMap<>(Fate.class);
    private final Set<String> keys = new HashSet<>();
    private boolean poolsAreParked;
    private long deadlines;

    /** An index of all copies of parked records. */
    public ParkedIndex(Collection<ParkedRecord> parked, ParkedFates fates) {
        this.fates = fates;
        parked.forEach(this::add);
    }

    private void add(ParkedRecord parked) {
        Fate fate = fates.of(parked);
        counts.merge(fate, 1L, Long::sum);
        if (fate == Fate.OUTSTANDING || fate == Fate.DISCARDED) {
            keys.add(parked.key());
            poolsAreParked |= parked.service().equals(Topics.INVENTORY);
        }
        if (parked.isOfDeadline()) {
            deadlines += parked.attempt() == 1 ? 1 : 0;
        } else {
            fateOfOrigin.merge(parked.origin(), fate, (one, other) -> one == Fate.PARKED_AGAIN ? other : one);
        }
        if (parked.cameFrom().offset() >= 0) {
            byOrigin.computeIfAbsent(parked.service(), service -> new HashMap<>())
                    .computeIfAbsent(parked.cameFrom(), origin -> new ArrayList<>(1))
                    .add(parked);
        }
    }

    /** What has become of the record that stands there, which some service has parked; null where none has. */
    @Nullable
    Fate fateOf(Place origin) {
        return fateOfOrigin.get(origin);
    }

    /** Whether that service has parked the record: this one, as after a restore another one may stand there in a compacted topic. */
    boolean isParkedBy(String service, LogRecord record) {
        List<ParkedRecord> copies = of(service).getOrDefault(record.place(), List.of());
        if (copies.isEmpty()) {
            return false;
        }
        long hash = ContentHash.of(record.key(), record.value());
        return copies.stream().anyMatch(copy -> copy.leftAtOrigin() || copy.contentHash() == hash);
    }

    /** Whether nothing is parked. */
    boolean isEmpty() {
        return counts.isEmpty();
    }

    /**
     * Whether an order may be waiting behind a parked record, or for good for one that was discarded: one of its own, or one of a stock pool,
     * whoever's pool that is.
     */
    boolean stops(String orderId) {
        return poolsAreParked || keys.contains(orderId);
    }

    /** The copies that a service has parked, by the place of the record that it read then. */
    Map<Place, List<ParkedRecord>> of(String service) {
        return Collections.unmodifiableMap(byOrigin.getOrDefault(service, Map.of()));
    }

    /** Copies of parked records, by what has become of them. */
    Map<Fate, Long> counts() {
        return Collections.unmodifiableMap(counts);
    }

    /** Passed deadlines that were parked, and came from nowhere. */
    long deadlines() {
        return deadlines;
    }

    /** What operators sent back, and what came of it. */
    Map<RedriveRecord, Answer> redrives() {
        return fates.answers();
    }

    /** The copy that a redrive record names. */
    Optional<ParkedRecord> copyOf(RedriveRecord redrive) {
        return fates.copyOf(redrive);
    }

    /** The record as it was decided on: some are edited before. Only of topics that nobody reads but who parked it. */
    public LogRecord corrected(LogRecord record) {
        if (fates.corrections().isEmpty() || Consumer.readersOf(record.topic()) != 1) {
            return record;
        }
        Message correction = fates.corrections().get(record.place());
        return correction == null ? record : record.saying(correction);
    }
}
