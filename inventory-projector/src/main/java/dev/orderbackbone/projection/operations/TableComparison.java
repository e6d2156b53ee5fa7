package dev.orderbackbone.projection.operations;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of two versions side by side, over the columns that both have.
 *
 * @param table its name.
 * @param one what the one version has of it.
 * @param other what the other has.
 * @param differing orders, or other keys, whose rows differ.
 * @param examples the first of them.
 */
public record TableComparison(String table, Side one, Side other, long differing, List<String> examples) {
    /** Copies the examples. */
    public TableComparison {
        examples = List.copyOf(examples);
    }

    /**
     * A table of one version.
     *
     * @param rows how many.
     * @param checksum over all rows, whatever their order; empty where there is no such table.
     * @param ownColumns columns that the other does not have.
     */
    public record Side(long rows, String checksum, List<String> ownColumns) {
        /** Of a version that does not have the table. */
        public static final Side NONE = new Side(0, "", List.of());

        /** Copies the columns. */
        public Side {
            ownColumns = List.copyOf(ownColumns);
        }
    }

    /** Whether rows and columns are the same. */
    public boolean isEqual() {
        return one.equals(other);
    }

    String difference(String nameOfOne, String nameOfOther) {
        List<String> parts = new ArrayList<>();
        note(parts, nameOfOne, one, other);
        note(parts, nameOfOther, other, one);
        if (one.rows() != other.rows()) {
            parts.add(one.rows() + " rows in " + nameOfOne + ", " + other.rows() + " in " + nameOfOther);
        }
        if (differing > 0) {
            parts.add(differing + " differ: " + String.join(", ", examples)
                    + (differing > examples.size() ? ", ..." : ""));
        }
        return table + ": " + String.join("; ", parts);
    }

    private static void note(List<String> parts, String name, Side side, Side opposite) {
        if (opposite.equals(Side.NONE)) {
            parts.add("only in " + name);
        } else if (!side.ownColumns().isEmpty()) {
            parts.add(String.join(", ", side.ownColumns()) + " only in " + name);
        }
    }
}
