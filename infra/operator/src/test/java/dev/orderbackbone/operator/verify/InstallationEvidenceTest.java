package dev.orderbackbone.operator.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.inventory.ReserveStock;
import dev.orderbackbone.operator.verify.history.History;
import dev.orderbackbone.operator.verify.history.Installation;
import dev.orderbackbone.operator.verify.history.Plot;
import dev.orderbackbone.operator.verify.history.Written;
import dev.orderbackbone.operator.verify.invariant.Expectation;
import dev.orderbackbone.operator.verify.invariant.Law;
import dev.orderbackbone.operator.verify.source.InstallationEvidence;
import dev.orderbackbone.operator.verify.source.Sources;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.testkit.TestKafka;
import dev.orderbackbone.testkit.TestPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A history on a real broker and a real database; each test leaves them a little less in order than it found them. */
@TestMethodOrder(OrderAnnotation.class)
class InstallationEvidenceTest {
    @RegisterExtension
    static final TestKafka KAFKA = TestKafka.withPartitions(History.PARTITIONS);

    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    @TempDir
    static @Nullable Path folder;

    private static final History HISTORY = History.of(201, 60, Plot.ending());

    @BeforeAll
    static void install() throws Exception {
        try (Connection database = POSTGRES.connect()) {
            Installation.install(HISTORY, KAFKA, database, folder());
        }
    }

    @Test
    @Order(1)
    void isSilentOnAValidHistoryAndFindsTheSystemQuiet() throws Exception {
        Report report = audit(sources());

        Audits.assertSilent(report);
        assertThat(report.expectation()).isEqualTo(Expectation.QUIET);
        assertThat(report.records()).isEqualTo(HISTORY.log.size());
        assertThat(report.of(Law.I1).counts()).containsEntry("answered 202", (long) HISTORY.accepted.size());
        assertThat(report.of(Law.I6).counts()).containsKey("ledger entries");
        assertThat(report.of(Law.I10).counts()).containsEntry("parked", 2L);
    }

    @Test
    @Order(2)
    void saysWhatItCouldNotCheck() throws Exception {
        Sources all = sources();
        Report report = audit(new Sources(
                all.kafka(),
                all.registry(),
                new Sources.Database("jdbc:postgresql://127.0.0.1:1/nowhere", "nobody", ""),
                folder().resolve("no such file").toString(),
                null,
                List.of()));

        assertThat(report.violations()).isZero();
        assertThat(report.isIncomplete()).isTrue();
        assertThat(report.exitCode()).isEqualTo(3);
        assertThat(report.gaps())
                .anySatisfy(gap -> assertThat(gap).contains("read models"))
                .anySatisfy(gap -> assertThat(gap).contains("no such file"));
        assertThat(report.of(Law.I9).missing()).isNotEmpty();
        assertThat(report.of(Law.I6).missing()).isNotEmpty();
        assertThat(report.of(Law.I8).missing()).isNotEmpty();
    }

    @Test
    @Order(3)
    void noticesARowThatSomebodyChanged() throws Exception {
        try (Connection database = POSTGRES.connect();
                Statement statement = database.createStatement()) {
            statement.execute("update mart.order_lines set shipped_quantity = shipped_quantity + 1"
                    + " where ctid = (select min(ctid) from mart.order_lines)");
        }

        Report report = audit(sources());

        Audits.assertBreaks(report, Law.I9);
        assertThat(Audits.firstOf(report, Law.I9).seen()).contains("shipped_quantity");
    }

    @Test
    @Order(4)
    void seesThatTheSystemMovesWhenAConsumerHasSomethingLeftToRead() throws Exception {
        HISTORY.log.stream()
                .map(Written::message)
                .filter(ReserveStock.class::isInstance)
                .findFirst()
                .ifPresent(KAFKA::send);

        Report report = audit(sources());

        assertThat(report.expectation()).isEqualTo(Expectation.MAY_MOVE);
        assertThat(report.standing()).contains(Topics.INVENTORY);
        // The command was sent a second time under its own event id.
        Audits.assertBreaks(report, Law.I9, Law.I11);
    }

    private static Report audit(Sources sources) throws InterruptedException {
        try (InstallationEvidence evidence = InstallationEvidence.gather(sources)) {
            return Audits.audit(evidence);
        }
    }

    private static Sources sources() {
        Map<String, Object> kafka = new HashMap<>(KAFKA.clientProperties());
        return new Sources(
                kafka,
                KAFKA.registry(),
                new Sources.Database(POSTGRES.jdbcUrl(), POSTGRES.username(), POSTGRES.password()),
                folder().resolve("gateway.ndjson").toString(),
                folder().resolve("mail.ndjson").toString(),
                List.of(folder().resolve("accepted-1.txt")));
    }

    private static Path folder() {
        Path made = folder;
        if (made == null) {
            throw new IllegalStateException("JUnit makes it");
        }
        return made;
    }
}
