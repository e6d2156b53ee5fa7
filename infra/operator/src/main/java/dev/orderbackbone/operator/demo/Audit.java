package dev.orderbackbone.operator.demo;

import dev.orderbackbone.operator.Endpoints;
import dev.orderbackbone.operator.verify.AuditSettings;
import dev.orderbackbone.operator.verify.Auditor;
import dev.orderbackbone.operator.verify.Progress;
import dev.orderbackbone.operator.verify.Report;
import dev.orderbackbone.operator.verify.evidence.Standing;
import dev.orderbackbone.operator.verify.source.InstallationEvidence;
import dev.orderbackbone.operator.verify.source.Sources;
import dev.orderbackbone.operator.verify.source.Sources.Database;
import dev.orderbackbone.schemas.registry.SchemaRegistryClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Asks the auditor whether all is quiet, and in the end whether all is well. */
final class Audit {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final Sources sources;

    Audit(Endpoints endpoints, SchemaRegistryClient registry) {
        sources = new Sources(
                endpoints.kafkaProperties(),
                registry,
                new Database(endpoints.jdbcUrl(), endpoints.databaseUser(), endpoints.databasePassword()),
                endpoints.gateway() + "/v1/ledger",
                endpoints.mail() + "/v1/messages",
                List.of(endpoints.accepted()));
    }

    /** Returns when nothing moves any more and every consumer, the projection too, has dealt with everything; what speaks against it if that is never so. */
    Optional<String> awaitQuiet(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            Standing standing = standing();
            if (standing.quiet()) {
                return Optional.empty();
            }
            if (System.nanoTime() > deadline) {
                return Optional.of("not quiet after " + patience.toSeconds() + " s: " + standing.why());
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    /** Checks all invariants. */
    Report report(Progress progress) throws InterruptedException {
        try (InstallationEvidence evidence = InstallationEvidence.gather(sources)) {
            return new Auditor(AuditSettings.USUAL, Clock.systemUTC(), progress).audit(evidence);
        }
    }

    private Standing standing() throws InterruptedException {
        try (InstallationEvidence evidence = InstallationEvidence.gather(sources)) {
            return evidence.standing();
        }
    }
}
