package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.operator.verify.evidence.LogRecord;
import dev.orderbackbone.operator.verify.evidence.ParkedRecord;
import dev.orderbackbone.operator.verify.evidence.Place;
import dev.orderbackbone.schemas.Topics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The parked records by where they came from. Complete before any desk opens, and not changed afterwards. */
public final class ParkedIndex {
    private final Map<String, Map<Place, List<ParkedRecord>>> byOrigin = new HashMap<>();
    private final Set<Place> origins = new HashSet<>();
    private final Set<String> keys = new HashSet<>();
    private boolean poolsAreParked;
    private long size;
    private long deadlines;

    /** Takes one down. */
    public void add(ParkedRecord parked) {
        size++;
        keys.add(parked.key());
        poolsAreParked |= parked.service().equals(Topics.INVENTORY);
        if (parked.origin().offset() < 0) {
            deadlines++;
            return;
        }
        origins.add(parked.origin());
        byOrigin.computeIfAbsent(parked.service(), service -> new HashMap<>())
                .computeIfAbsent(parked.origin(), origin -> new ArrayList<>(1))
                .add(parked);
    }

    /** Whether any service has parked the record that stands there. */
    boolean holds(Place origin) {
        return origins.contains(origin);
    }

    /** Whether that service has parked the record. */
    boolean isParkedBy(String service, LogRecord record) {
        Map<Place, List<ParkedRecord>> ofService = byOrigin.get(service);
        return ofService != null && ofService.containsKey(record.place());
    }

    /** Whether nothing is parked. */
    boolean isEmpty() {
        return size == 0;
    }

    /** Whether an order may be waiting behind a parked record: one of its own, or one of a stock pool, whoever's pool that is. */
    boolean stops(String orderId) {
        return poolsAreParked || keys.contains(orderId);
    }

    /** The records that a service has parked, by origin. */
    Map<Place, List<ParkedRecord>> of(String service) {
        return Collections.unmodifiableMap(byOrigin.getOrDefault(service, Map.of()));
    }

    /** Parked records. */
    long size() {
        return size;
    }

    /** Those of them that stand for a passed deadline and came from nowhere. */
    long deadlines() {
        return deadlines;
    }
}
