package dev.orderbackbone.operator.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.operator.verify.evidence.Evidence;
import dev.orderbackbone.operator.verify.history.History;
import dev.orderbackbone.operator.verify.history.InMemoryEvidence;
import dev.orderbackbone.operator.verify.invariant.Law;
import dev.orderbackbone.operator.verify.invariant.Violation;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Audits, and what tests ask of them. */
final class Audits {
    /** Long after every history: no deadline is still to come. */
    private static final Clock AFTERWARDS = Clock.fixed(Instant.parse("2027-01-01T00:00:00Z"), ZoneOffset.UTC);

    private static final long RECORDS_OF_A_PART = 60;

    private Audits() {}

    /** Of a system that is found quiet, or moving, as its evidence says. */
    static Report audit(Evidence evidence) {
        return audit(evidence, AuditSettings.USUAL);
    }

    /** Of a system in which everything has ended. */
    static Report auditEnded(History history) {
        return audit(InMemoryEvidence.of(history), AuditSettings.USUAL.withEverythingEnded(true));
    }

    /** Twice: a partition at a time, and some of its orders at a time, which must come to the same. */
    static Report audit(Evidence evidence, AuditSettings settings) {
        Report report = once(evidence, settings);
        Report inParts = once(evidence, inParts(settings));
        assertThat(broken(inParts)).isEqualTo(broken(report));
        assertThat(inParts.records()).isEqualTo(report.records());
        for (Law law : Law.values()) {
            assertThat(inParts.of(law).counts()).isEqualTo(report.of(law).counts());
            assertThat(inParts.of(law).remarks()).isEqualTo(report.of(law).remarks());
        }
        return report;
    }

    private static AuditSettings inParts(AuditSettings settings) {
        return new AuditSettings(
                settings.everythingEnded(),
                settings.mostPrinted(),
                settings.threads(),
                RECORDS_OF_A_PART,
                settings.clockSkew(),
                settings.grace());
    }

    private static Report once(Evidence evidence, AuditSettings settings) {
        try {
            return new Auditor(settings, AFTERWARDS, Progress.SILENT).audit(evidence);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static void assertSilent(Report report) {
        assertThat(all(report)).isEmpty();
        assertThat(report.violations()).isZero();
        assertThat(report.isIncomplete()).isFalse();
    }

    /** The laws given are broken, and no other. */
    static void assertBreaks(Report report, Law first, Law... others) {
        assertThat(broken(report))
                .as(() -> String.join(
                        "\n", all(report).stream().map(Violation::toString).toList()))
                .isEqualTo(EnumSet.of(first, others));
    }

    /** The first violation of a law. */
    static Violation firstOf(Report report, Law law) {
        return report.of(law).printed().getFirst();
    }

    private static Set<Law> broken(Report report) {
        Set<Law> broken = EnumSet.noneOf(Law.class);
        report.results().stream().filter(result -> result.violations() > 0).forEach(result -> broken.add(result.law()));
        return broken;
    }

    private static List<Violation> all(Report report) {
        return Arrays.stream(Law.values())
                .flatMap(law -> report.of(law).printed().stream())
                .toList();
    }
}
