package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.operator.verify.evidence.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What the audit of one invariant has found. Thread-safe. */
public final class Findings {
    private final Law law;
    private final int mostKept;
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final Map<String, Long> remarks = new LinkedHashMap<>();
    private final List<Violation> kept = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private long violations;

    /**
     * Nothing found yet.
     *
     * @param mostKept violations to keep word for word; the others are only counted.
     */
    public Findings(Law law, int mostKept) {
        this.law = law;
        this.mostKept = mostKept;
    }

    /** Counts what was checked. The first kind that is counted stands for the invariant as a whole. */
    public synchronized void checked(String what, long count) {
        counts.merge(what, count, Long::sum);
    }

    /** Counts what is worth knowing and breaks nothing. */
    public synchronized void remark(String what, long count) {
        if (count != 0) {
            remarks.merge(what, count, Long::sum);
        }
    }

    /** Notes that something could not be checked, and why. */
    public synchronized void missing(String why) {
        missing.add(why);
    }

    /** Counts a violation, and keeps it as long as there is room. */
    public void violated(Supplier<String> subject, List<Place> places, String expected, String seen) {
        violated(() -> new Violation(law, subject.get(), places, expected, seen));
    }

    /** Counts a violation, and keeps it as long as there is room. */
    public synchronized void violated(Supplier<Violation> violation) {
        violations++;
        if (kept.size() < mostKept) {
            kept.add(violation.get());
        }
    }

    public Law law() {
        return law;
    }

    /** What was checked, by kind. */
    public synchronized Map<String, Long> counts() {
        return new LinkedHashMap<>(counts);
    }

    public synchronized Map<String, Long> remarks() {
        return new LinkedHashMap<>(remarks);
    }

    public synchronized List<Violation> kept() {
        return List.copyOf(kept);
    }

    public synchronized List<String> missing() {
        return List.copyOf(missing);
    }

    public synchronized long violations() {
        return violations;
    }
}
