package dev.orderbackbone.operator.verify;

import dev.orderbackbone.operator.text.Words;
import dev.orderbackbone.operator.verify.Report.Result;
import dev.orderbackbone.operator.verify.evidence.Place;
import dev.orderbackbone.operator.verify.invariant.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A report for a person: one line for each invariant, then what is wrong, then what could not be checked. */
public final class ReportText {
    private static final String INDENT = "     ";

    private final List<String> lines = new ArrayList<>();

    private ReportText() {}

    /** Its lines. */
    public static List<String> of(Report report) {
        ReportText text = new ReportText();
        text.write(report);
        return text.lines;
    }

    private void write(Report report) {
        report.results().forEach(this::write);
        report.results().forEach(this::writeViolations);
        lines.add("");
        lines.add(
                switch (report.expectation()) {
                    case QUIET ->
                        "The system was quiet (" + report.standing() + "): what must hold only then was checked too.";
                    case MAY_MOVE ->
                        "The system was moving (" + report.standing()
                                + "): what must hold only of a quiet one was not checked.";
                    case ENDED ->
                        "Everything was taken to have ended (--quiet): nothing unfinished was excused; "
                                + report.standing() + ".";
                });
        report.gaps().forEach(gap -> lines.add("Evidence is missing: " + gap + "."));
        lines.add(Words.count(report.records()) + " records in " + Words.of(report.took()) + "; "
                + (report.violations() == 0 ? "no violation" : Words.count(report.violations()) + " violations")
                + (report.isIncomplete() ? ", but not everything could be checked." : "."));
    }

    private void write(Result result) {
        lines.add(String.format(
                        "%-4s %-12s %-58s %s",
                        result.law(), result.law().title(), counts(result.counts()), verdict(result))
                .stripTrailing());
        result.remarks().forEach((what, count) -> lines.add(INDENT + "- " + Words.count(count) + " " + what));
        result.missing().forEach(why -> lines.add(INDENT + "- not checked: " + why));
    }

    private static String verdict(Result result) {
        if (result.violations() > 0) {
            return Words.count(result.violations()) + (result.violations() == 1 ? " VIOLATION" : " VIOLATIONS");
        }
        if (result.counts().isEmpty()) {
            return "NOT CHECKED";
        }
        return result.missing().isEmpty() ? "ok" : "ok as far as checked";
    }

    private void writeViolations(Result result) {
        if (result.violations() == 0) {
            return;
        }
        lines.add("");
        lines.add(result.law() + " is broken: " + result.law().says() + ".");
        result.printed().forEach(this::write);
        long others = result.violations() - result.printed().size();
        if (others > 0) {
            lines.add(INDENT + "... and " + Words.count(others) + " more");
        }
    }

    private void write(Violation violation) {
        String places = violation.places().stream().map(Place::toString).collect(Collectors.joining(", "));
        lines.add(INDENT + violation.subject() + (places.isEmpty() ? "" : "  " + places));
        lines.add(INDENT + "  expected  " + violation.expected());
        lines.add(INDENT + "  seen      " + violation.seen());
    }

    private static String counts(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> Words.count(count.getValue()) + " " + count.getKey())
                .collect(Collectors.joining(", "));
    }
}
