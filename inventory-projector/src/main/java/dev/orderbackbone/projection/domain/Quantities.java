package dev.orderbackbone.projection.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Units by order line: the first is that of line 1. Lines after the last one have none.
 *
 * @param byLine units of each line.
 */
public record Quantities(List<Integer> byLine) {
    /** No units of any line. */
    public static final Quantities NONE = new Quantities(List.of());

    /** More lines than an order may have: a line number beyond it is no line. */
    private static final int MOST_LINES = 5_000;

    /** Copies the list. */
    public Quantities {
        byLine = List.copyOf(byLine);
    }

    /** Units of all lines. */
    public long total() {
        return byLine.stream().mapToLong(Integer::longValue).sum();
    }

    Quantities plus(List<LineUnits> added) {
        List<Integer> sum = new ArrayList<>(byLine);
        for (LineUnits line : added) {
            if (line.lineNumber() >= 1 && line.lineNumber() <= MOST_LINES) {
                grow(sum, line.lineNumber());
                sum.set(line.lineNumber() - 1, sum.get(line.lineNumber() - 1) + line.units());
            }
        }
        return new Quantities(sum);
    }

    /** Units of one line. */
    record LineUnits(int lineNumber, int units) {}

    private static void grow(List<Integer> list, int size) {
        list.addAll(Collections.nCopies(Math.max(0, size - list.size()), 0));
    }
}
