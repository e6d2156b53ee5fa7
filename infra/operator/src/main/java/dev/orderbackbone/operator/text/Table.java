package dev.orderbackbone.operator.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Columns of even width. The last one may be as long as it likes. */
public final class Table {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();
    private final boolean[] alignedRight;

    /** A table whose columns are headed so; a heading that begins with {@code >} is that of a column of numbers. */
    public Table(String... headings) {
        alignedRight = new boolean[headings.length];
        for (int column = 0; column < headings.length; column++) {
            alignedRight[column] = headings[column].startsWith(">");
        }
        rows.add(Arrays.stream(headings)
                .map(heading -> heading.startsWith(">") ? heading.substring(1) : heading)
                .toList());
    }

    /** Adds a row; missing cells at its end stay empty. */
    public Table row(Object... cells) {
        rows.add(Arrays.stream(cells).map(String::valueOf).toList());
        return this;
    }

    /** All lines, the headings first unless all of them are empty. */
    public List<String> lines() {
        boolean headed = rows.getFirst().stream().anyMatch(heading -> !heading.isEmpty());
        return rows.stream().skip(headed ? 0 : 1).map(this::line).toList();
    }

    @Override
    public String toString() {
        return lines().stream().map(line -> line + System.lineSeparator()).collect(Collectors.joining());
    }

    private String line(List<String> row) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            String padding = " ".repeat(Math.max(0, width(column) - cell.length()));
            line.append(column == 0 ? "" : GAP).append(alignedRight[column] ? padding + cell : cell + padding);
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        return rows.stream()
                .filter(row -> row.size() > column)
                .mapToInt(row -> row.get(column).length())
                .max()
                .orElse(0);
    }
}
