package dev.orderbackbone.operator.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.operator.verify.evidence.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckReportTest {
    @Test
    void tellsADifferenceFieldByFieldAndWhatIsNotComparable() {
        CheckReport report = new CheckReport(List.of(findings(1), findings(0)));

        assertThat(report.isAnyDifferent()).isTrue();
        assertThat(report.text().lines())
                .contains(
                        "order-events: order-1, OrderSubmitted at orders.intake.v1/0@7, decided 2026-03-01 12:00:00",
                        "  recorded  OrderPlaced",
                        "  present   OrderPlaced",
                        "  OrderPlaced.country: recorded DE, present FR",
                        "not comparable: order-events, 2 inputs that are parked: nothing was decided on them",
                        "1 decisions would be other ones: 20 inputs compared in 4.0 s.");
        assertThat(report.json())
                .contains(
                        "\"inputsPerSecond\" : 5",
                        "\"PARKED\" : 2",
                        "\"field\" : \"country\"",
                        "\"isAnyDifferent\" : true");
    }

    @Test
    void saysWhenNothingDiffersAndWhenNothingWasCompared() {
        CheckReport same = new CheckReport(List.of(findings(0)));
        CheckReport nothing = new CheckReport(List.of(new ServiceFindings("order-events", 1)));

        assertThat(same.isAnyDifferent()).isFalse();
        assertThat(same.text()).contains("No decision would be another one: 10 inputs compared in 2.0 s.");
        assertThat(nothing.isAnythingCompared()).isFalse();
        assertThat(nothing.text()).contains("Nothing was compared.").doesNotContain("No decision");
    }

    private static ServiceFindings findings(int differences) {
        ServiceFindings findings = new ServiceFindings("order-events", 5);
        for (int input = 0; input < 10; input++) {
            findings.addInput();
        }
        findings.notComparable(Reason.PARKED, 2);
        findings.took(Duration.ofSeconds(2));
        for (int difference = 0; difference < differences; difference++) {
            findings.add(new Difference(
                    "order-events",
                    "order-1",
                    "OrderSubmitted",
                    new Place("orders.intake.v1", 0, 7),
                    "event-1",
                    Instant.parse("2026-03-01T12:00:00Z"),
                    "OrderPlaced",
                    "OrderPlaced",
                    List.of(new FieldDifference("OrderPlaced", "country", "DE", "FR"))));
        }
        return findings;
    }
}
