package dev.orderbackbone.benchmarks.report;

import dev.orderbackbone.operator.text.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table with a title, for a terminal or for Markdown. A heading that begins with {@code >} is that of a column of numbers. */
final class Grid {
    private final String title;
    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();

    Grid(String title, String... headings) {
        this.title = title;
        this.headings = List.of(headings);
    }

    /** Adds a row; missing cells at its end stay empty. */
    Grid row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** For a terminal. */
    String text() {
        Table table = new Table(headings.toArray(String[]::new));
        rows.forEach(row -> table.row(row.toArray()));
        return title + System.lineSeparator() + System.lineSeparator() + table;
    }

    /** For Markdown. */
    String markdown() {
        String rules = headings.stream()
                .map(heading -> heading.startsWith(">") ? "---:" : "---")
                .collect(Collectors.joining("|", "|", "|\n"));
        String names = line(headings.stream()
                .map(heading -> heading.startsWith(">") ? heading.substring(1) : heading)
                .toList());
        return "## " + title + "\n\n" + names + rules
                + rows.stream().map(this::line).collect(Collectors.joining());
    }

    private String line(List<String> cells) {
        List<String> whole = new ArrayList<>(cells);
        while (whole.size() < headings.size()) {
            whole.add("");
        }
        return whole.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
