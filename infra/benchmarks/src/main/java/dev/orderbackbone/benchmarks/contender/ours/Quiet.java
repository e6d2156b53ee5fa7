package dev.orderbackbone.benchmarks.contender.ours;

import dev.orderbackbone.benchmarks.BenchFailure;
import dev.orderbackbone.benchmarks.contender.Database;
import dev.orderbackbone.operator.verify.evidence.Standing;
import dev.orderbackbone.operator.verify.source.InstallationEvidence;
import dev.orderbackbone.operator.verify.source.Sources;
import dev.orderbackbone.schemas.registry.SchemaRegistryClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Asks, as the auditor does, whether every consumer has dealt with everything and nothing is being written. */
final class Quiet {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final Sources sources;

    Quiet(Map<String, Object> kafka, SchemaRegistryClient registry, Database database) {
        sources = new Sources(
                kafka,
                registry,
                new Sources.Database(database.url(), database.user(), database.password()),
                null,
                null,
                List.of());
    }

    void await() throws InterruptedException {
        await(PATIENCE);
    }

    void await(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        for (Standing standing = standing(); !standing.quiet(); standing = standing()) {
            if (System.nanoTime() > deadline) {
                throw new BenchFailure("not quiet after " + patience.toSeconds() + " s: " + standing.why());
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private Standing standing() throws InterruptedException {
        try (InstallationEvidence evidence = InstallationEvidence.gather(sources)) {
            return evidence.standing();
        }
    }
}
