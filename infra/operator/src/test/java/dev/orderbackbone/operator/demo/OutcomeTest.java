package dev.orderbackbone.operator.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.operator.demo.MartFigures.Money;
import dev.orderbackbone.operator.demo.MartFigures.Stock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    private static final DemoSettings SETTINGS = new DemoSettings("run", false, 1, 0, 10, Duration.ofSeconds(1), true);
    private static final MartFigures FIGURES = new MartFigures(
            List.of(new Money("GBP", 100_000, 90_000, 1_000, 500)), Map.of("SENT", 7L), new Stock(3, 1_234, 0));

    @Test
    void tellsPeopleWhatItCameTo() {
        assertThat(outcome(accounting(List.of()), List.of(), 0).text())
                .containsPattern("orders +5  COMPLETED 4, REJECTED 1")
                .containsPattern("returns +1  2 of their lines match nothing that was bought")
                .contains("ordered 1,000.00 GBP, captured 900.00 GBP, refunded 10.00 GBP")
                .contains("bad-debt-entry 1")
                .contains("2 orders/s", "I1 accepted 5 submissions ok")
                .doesNotContain("PROBLEM", "unaccounted");
    }

    @Test
    void tellsProgramsTheSame() {
        assertThat(outcome(accounting(List.of()), List.of(), 0).json())
                .contains("\"inputs\" : 8,", "\"COMPLETED\" : 4,", "\"returns\" : 1,", "\"adjustments\" : 1,")
                .contains("\"refusals\" : 1,", "\"bad-debt-entry\" : 1", "\"violations\" : 0,", "\"seconds\" : 2.5,")
                .contains("\"ordersPerSecond\" : 2.0,");
    }

    @Test
    void isGoodOnlyWhenEverythingIs() {
        assertThat(outcome(accounting(List.of()), List.of(), 0).isGood()).isTrue();
        assertThat(outcome(accounting(List.of()), List.of(), 1).isGood()).isFalse();
        assertThat(outcome(accounting(List.of()), List.of("nobody answered"), 0).isGood())
                .isFalse();
        assertThat(outcome(accounting(List.of("536365")), List.of(), 0).isGood())
                .isFalse();
        assertThat(outcome(with("PENDING"), List.of(), 0).isGood()).isFalse();
    }

    @Test
    void namesWhatIsUnaccountedAndWhatWentWrong() {
        assertThat(outcome(accounting(List.of("536365", "536366")), List.of("nobody answered"), 0)
                        .text())
                .contains("unaccounted")
                .contains("536365, 536366")
                .contains("PROBLEM nobody answered");
    }

    private static Outcome outcome(Accounting accounting, List<String> problems, long violations) {
        return new Outcome(
                SETTINGS,
                accounting,
                2,
                FIGURES,
                Duration.ofMillis(2_500),
                problems,
                violations,
                List.of("I1 accepted 5 submissions ok"));
    }

    private static Accounting accounting(List<String> unaccounted) {
        return new Accounting(
                8,
                new TreeMap<>(Map.of("COMPLETED", 4L, "REJECTED", 1L)),
                1,
                1,
                Map.of("bad-debt-entry", 1L),
                2,
                0,
                unaccounted);
    }

    private static Accounting with(String status) {
        return new Accounting(1, Map.of(status, 1L), 0, 0, Map.of(), 0, 0, List.of());
    }
}
