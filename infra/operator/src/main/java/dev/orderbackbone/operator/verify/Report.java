package dev.orderbackbone.operator.verify;

import dev.orderbackbone.operator.verify.evidence.Standing;
import dev.orderbackbone.operator.verify.invariant.Expectation;
import dev.orderbackbone.operator.verify.invariant.Findings;
import dev.orderbackbone.operator.verify.invariant.Law;
import dev.orderbackbone.operator.verify.invariant.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What an audit came to.
 *
 * @param expectation what was expected of the system.
 * @param standing why, a sentence.
 * @param records records read.
 * @param took how long it took.
 * @param results one for each invariant, in their order.
 * @param gaps evidence that ought to be there and is not, each a sentence.
 */
public record Report(
        Expectation expectation,
        String standing,
        long records,
        Duration took,
        List<Result> results,
        List<String> gaps) {
    private static final int HOLD = 0;
    private static final int BROKEN = 1;
    private static final int INCOMPLETE = 3;

    /** Copies the lists. */
    public Report {
        results = List.copyOf(results);
        gaps = List.copyOf(gaps);
    }

    /**
     * What was found of one invariant.
     *
     * @param counts what was checked, by kind; the first stands for the invariant.
     * @param remarks what is worth knowing and breaks nothing, by kind.
     * @param violations all of them.
     * @param printed some of them, word for word.
     * @param missing what could not be checked, each a sentence.
     */
    public record Result(
            Law law,
            Map<String, Long> counts,
            Map<String, Long> remarks,
            long violations,
            List<Violation> printed,
            List<String> missing) {
        static Result of(Findings findings) {
            return new Result(
                    findings.law(),
                    findings.counts(),
                    findings.remarks(),
                    findings.violations(),
                    findings.kept(),
                    findings.missing());
        }

        /** The first count; 0 where nothing was checked. */
        public long checked() {
            return counts.values().stream().findFirst().orElse(0L);
        }
    }

    static Report of(
            Expectation expectation,
            Standing standing,
            long records,
            Duration took,
            List<Result> results,
            List<String> gaps) {
        return new Report(expectation, standing.why(), records, took, results, gaps);
    }

    /** All violations. */
    public long violations() {
        return results.stream().mapToLong(Result::violations).sum();
    }

    /** Whether anything could not be checked. */
    public boolean isIncomplete() {
        return !gaps.isEmpty()
                || results.stream().anyMatch(result -> !result.missing().isEmpty());
    }

    /** What a program that audits ends with: 0 where all invariants hold, 1 where one is broken, 3 where none is but evidence is missing. */
    public int exitCode() {
        if (violations() > 0) {
            return BROKEN;
        }
        return isIncomplete() ? INCOMPLETE : HOLD;
    }

    /** The result for one invariant. */
    public Result of(Law law) {
        return results.stream()
                .filter(result -> result.law() == law)
                .findFirst()
                .orElseThrow();
    }
}
