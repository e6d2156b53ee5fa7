package dev.orderbackbone.operator.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.operator.verify.history.History;
import dev.orderbackbone.operator.verify.history.InMemoryEvidence;
import dev.orderbackbone.operator.verify.history.Plot;
import dev.orderbackbone.operator.verify.invariant.Law;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class ValidHistoriesTest {
    private static final int STORIES = 150;
    private static final int CUTS = 12;

    @ParameterizedTest
    @EnumSource(value = Plot.class, mode = Mode.EXCLUDE, names = "WAITING")
    void isSilentOnEachPlot(Plot plot) {
        Audits.assertSilent(Audits.auditEnded(History.of(plot.name().length(), 5, plot)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isSilentOnAllPlotsAtOnce(long seed) {
        History history = History.of(seed, STORIES, Plot.ending());

        Audits.assertSilent(Audits.auditEnded(history));
        Audits.assertSilent(Audits.audit(InMemoryEvidence.of(history)));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void isSilentOnAHistoryThatIsUnderWay(long seed) {
        History history = History.of(seed, STORIES, Plot.ending());
        Random random = new Random(seed);
        for (int cut = 0; cut < CUTS; cut++) {
            int first = random.nextInt(history.pauseCount());
            int second = first + random.nextInt(Math.min(40, history.pauseCount() - first));
            Audits.assertSilent(Audits.audit(InMemoryEvidence.of(history, first, second)));
        }
    }

    @Test
    void countsWhatItHasChecked() {
        Report report = Audits.auditEnded(History.of(1, 60, Plot.ending()));

        for (Law law : Law.values()) {
            assertThat(report.of(law).checked()).as(law.name()).isPositive();
        }
        assertThat(report.records()).isGreaterThan(500);
        assertThat(report.of(Law.I1).remarks()).containsEntry("repeated", 4L);
        assertThat(report.of(Law.I8).remarks()).containsKey("mails repeated with the same message id");
        assertThat(report.of(Law.I10).counts()).containsEntry("parked", 2L);
    }

    @Test
    void excusesAnOrderThatWaitsForTheWarehouseUnlessEverythingShouldHaveEnded() {
        History history = History.of(5, 12, Plot.WAITING);

        Report quiet = Audits.audit(InMemoryEvidence.of(history));
        Audits.assertSilent(quiet);
        assertThat(quiet.of(Law.I4).remarks()).containsEntry("waiting for a shipment", 12L);

        Report ended = Audits.auditEnded(history);
        Audits.assertBreaks(ended, Law.I4);
        assertThat(ended.of(Law.I4).violations()).isEqualTo(12);
    }
}
