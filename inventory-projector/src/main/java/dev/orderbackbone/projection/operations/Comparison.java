package dev.orderbackbone.projection.operations;

import java.util.List;

/**
 * Two versions side by side, both as of the same positions.
 *
 * @param one version.
 * @param other version.
 * @param tables all of either.
 */
public record Comparison(int one, int other, List<TableComparison> tables) {
    /** Copies the tables. */
    public Comparison {
        tables = List.copyOf(tables);
    }

    /** Whether rows and columns are the same. */
    public boolean isEqual() {
        return tables.stream().allMatch(TableComparison::isEqual);
    }

    /** Rows of the other version. */
    public long rowsOfOther() {
        return tables.stream().mapToLong(table -> table.other().rows()).sum();
    }

    /** How many tables are the same. */
    public long equalTables() {
        return tables.stream().filter(TableComparison::isEqual).count();
    }

    /** What differs, a sentence for each table. */
    public List<String> differences() {
        return tables.stream()
                .filter(table -> !table.isEqual())
                .map(table -> table.difference(VersionStatus.nameOf(one), VersionStatus.nameOf(other)))
                .toList();
    }
}
