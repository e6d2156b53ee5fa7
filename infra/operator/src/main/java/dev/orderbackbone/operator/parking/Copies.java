package dev.orderbackbone.operator.parking;

import dev.orderbackbone.operator.verify.evidence.ParkedRecord;
import dev.orderbackbone.operator.verify.evidence.Place;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All copies of one parked record, and how far it has come. Workers and the projection may have made its first copy more than once. */
final class Copies {
    private final TreeMap<Integer, ParkedRecord> byAttempt = new TreeMap<>();
    private int attempt = 1;
    private boolean edited;
    private @Nullable Fate end;

    void add(ParkedRecord copy) {
        byAttempt.putIfAbsent(copy.attempt(), copy);
    }

    @Nullable
    ParkedRecord of(int wanted) {
        return byAttempt.get(wanted);
    }

    /** The copy that could be dealt with now; null where it has been. */
    @Nullable
    ParkedRecord outstanding() {
        return end == null ? byAttempt.get(attempt) : null;
    }

    boolean edited() {
        return edited;
    }

    void sentEdited() {
        edited = true;
    }

    void parkedAgain() {
        attempt++;
    }

    void ended(Fate fate) {
        end = fate;
    }

    Fate fateOf(ParkedRecord copy) {
        if (end != null) {
            return end;
        }
        return copy.attempt() < attempt ? Fate.PARKED_AGAIN : Fate.OUTSTANDING;
    }

    /** Where it stood when it came to the line in which it stands at an attempt: what comes to it later stands later. */
    Place joinedAt(ParkedRecord copy) {
        ParkedRecord joined = copy;
        for (Map.Entry<Integer, ParkedRecord> earlier :
                byAttempt.headMap(copy.attempt(), false).descendingMap().entrySet()) {
            if (!Objects.equals(earlier.getValue().line(), copy.line())) {
                break;
            }
            joined = earlier.getValue();
        }
        return joined.place();
    }
}
