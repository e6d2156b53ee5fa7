package dev.orderbackbone.operator.whatif;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What comes of the check of one service. One thread. */
final class ServiceFindings {
    private final String service;
    private final int mostDifferences;
    private final Counts notComparable = new Counts();
    private final List<Difference> differences = new ArrayList<>();
    private final Set<String> differing = new HashSet<>();
    private long subjects;
    private long inputs;
    private long deadlines;
    private long differenceCount;
    private Duration took = Duration.ZERO;

    /** Keeps so many differences; all are counted. */
    ServiceFindings(String service, int mostDifferences) {
        this.service = service;
        this.mostDifferences = mostDifferences;
    }

    void addSubject() {
        subjects++;
    }

    void add(Fold.Folded folded) {
        inputs += folded.inputs();
        deadlines += folded.deadlines();
        notComparable.add(folded.notComparable());
        folded.differences().forEach(this::add);
    }

    void addInput() {
        inputs++;
    }

    void add(Difference difference) {
        differenceCount++;
        differing.add(difference.subject());
        if (differences.size() < mostDifferences) {
            differences.add(difference);
        }
    }

    void notComparable(Reason reason, long count) {
        notComparable.add(reason, count);
    }

    void took(Duration time) {
        took = time;
    }

    String service() {
        return service;
    }

    /** Orders, of the inventory stock pools, of which something was compared. */
    long subjects() {
        return subjects;
    }

    /** Inputs that were compared. */
    long inputs() {
        return inputs;
    }

    /** Decisions about passed deadlines that were compared. */
    long deadlines() {
        return deadlines;
    }

    /** Orders (or pools) that would be decided on otherwise. */
    long differing() {
        return differing.size();
    }

    long differenceCount() {
        return differenceCount;
    }

    /** The first of them. */
    List<Difference> differences() {
        return List.copyOf(differences);
    }

    Map<Reason, Long> notComparable() {
        return notComparable.byReason();
    }

    Duration took() {
        return took;
    }
}
