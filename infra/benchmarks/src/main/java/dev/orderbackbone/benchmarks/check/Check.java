package dev.orderbackbone.benchmarks.check;

import dev.orderbackbone.benchmarks.check.Evidence.OrderRow;
import dev.orderbackbone.benchmarks.load.Segment;
import dev.orderbackbone.benchmarks.workload.Declines;
import dev.orderbackbone.benchmarks.workload.SampleLine;
import dev.orderbackbone.benchmarks.workload.Skus;
import dev.orderbackbone.benchmarks.workload.Workload;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Holds what a database says against what was sent. Lives for one check. */
public final class Check {
    private static final int MOST_EXAMPLES = 5;

    private final List<Segment> sent;
    private final BitSet seen = new BitSet();
    private final long[] confirmedUnits = new long[Skus.ALL];
    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private final List<String> problems = new ArrayList<>();

    private Check(List<Segment> sent) {
        this.sent = sent;
    }

    /** Checks everything. */
    public static Verdict of(List<Segment> sent, Evidence evidence) {
        return new Check(sent).verdict(evidence);
    }

    private Verdict verdict(Evidence evidence) {
        int orders = sent.stream().mapToInt(Segment::count).sum();
        evidence.orders().forEach(this::check);
        if (seen.cardinality() != orders) {
            problems.add(seen.cardinality() + " of " + orders + " orders have a row");
        }
        checkStock(evidence.available());
        if (evidence.messages() != orders || evidence.ordersTold() != orders) {
            problems.add(evidence.messages() + " messages about " + evidence.ordersTold() + " orders, where there are "
                    + orders + " orders");
        }
        return new Verdict(orders, outcomes, shortened(problems));
    }

    private void check(OrderRow row) {
        Optional<Workload> workload = sent.stream()
                .filter(segment -> segment.has(row.number()))
                .findFirst()
                .map(Segment::workload);
        if (workload.isEmpty()) {
            problems.add("order " + row.number() + " was never sent");
            return;
        }
        if (seen.get(row.number())) {
            problems.add("order " + row.number() + " has two rows");
            return;
        }
        seen.set(row.number());
        outcomes.merge(row.outcome(), 1, Integer::sum);
        checkOutcome(row, workload.get());
    }

    private void checkOutcome(OrderRow row, Workload workload) {
        int number = row.number();
        boolean isRight = switch (row.outcome()) {
            case CONFIRMED -> !Declines.isDeclined(number);
            case OUT_OF_STOCK -> workload.isScarce(number);
            case DECLINED -> Declines.isDeclined(number);
            case OTHER -> false;
        };
        if (!isRight) {
            problems.add("order " + number + " ended as " + row.outcome() + ", though it was "
                    + (Declines.isDeclined(number) ? "" : "not ") + "declined and could "
                    + (workload.isScarce(number) ? "" : "not ") + "be out of stock");
        }
        if (row.outcome() == Outcome.CONFIRMED) {
            for (SampleLine line : workload.order(number).lines()) {
                confirmedUnits[line.sku()] += line.quantity();
            }
        }
    }

    private void checkStock(Map<String, Long> available) {
        if (available.size() != Skus.ALL) {
            problems.add(available.size() + " SKUs have stock, not " + Skus.ALL);
        }
        IntStream.range(0, Skus.ALL).forEach(sku -> {
            long expected = Skus.initialUnits(sku) - confirmedUnits[sku];
            long found = available.getOrDefault(Skus.name(sku), -1L);
            if (found != expected || found < 0) {
                problems.add(Skus.name(sku) + " has " + found + " units available, not " + expected);
            }
        });
    }

    private static List<String> shortened(List<String> problems) {
        if (problems.size() <= MOST_EXAMPLES) {
            return problems;
        }
        List<String> some = new ArrayList<>(problems.subList(0, MOST_EXAMPLES));
        some.add("and " + (problems.size() - MOST_EXAMPLES) + " more");
        return some;
    }
}
