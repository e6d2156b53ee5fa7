package dev.orderbackbone.acceptance.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.operator.verify.AuditSettings;
import dev.orderbackbone.operator.verify.Auditor;
import dev.orderbackbone.operator.verify.Progress;
import dev.orderbackbone.operator.verify.Report;
import dev.orderbackbone.operator.verify.ReportText;
import dev.orderbackbone.operator.verify.evidence.Standing;
import dev.orderbackbone.operator.verify.source.InstallationEvidence;
import dev.orderbackbone.operator.verify.source.Sources;
import dev.orderbackbone.testkit.Await;
import java.time.Clock;
import java.time.Duration;

/** The auditor of {@code ./backbone verify}, in this process. */
public final class Audit {
    private final Sources sources;

    Audit(Sources sources) {
        this.sources = sources;
    }

    /** Returns when nothing moves any more: no consumer has anything left to read, and no request waits for a worker. */
    public void awaitQuiet(Duration patience) {
        Await.until(patience, () -> {
            Standing standing = standing();
            assertThat(standing.quiet()).as(standing.why()).isTrue();
        });
    }

    /**
     * Checks all invariants.
     *
     * @param everythingEnded whether nothing unfinished is to be excused.
     */
    public Report report(boolean everythingEnded) throws InterruptedException {
        try (InstallationEvidence evidence = InstallationEvidence.gather(sources)) {
            return new Auditor(
                            AuditSettings.USUAL.withEverythingEnded(everythingEnded),
                            Clock.systemUTC(),
                            Progress.SILENT)
                    .audit(evidence);
        }
    }

    /** Fails, in the auditor's words, unless it could check everything and found nothing. */
    public static void assertClean(Report report) {
        assertThat(report.exitCode())
                .as(String.join("\n", ReportText.of(report)))
                .isZero();
    }

    private Standing standing() throws InterruptedException {
        try (InstallationEvidence evidence = InstallationEvidence.gather(sources)) {
            return evidence.standing();
        }
    }
}
