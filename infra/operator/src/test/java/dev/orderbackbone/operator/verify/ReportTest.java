package dev.orderbackbone.operator.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.order.OrderCompleted;
import dev.orderbackbone.operator.verify.history.History;
import dev.orderbackbone.operator.verify.history.InMemoryEvidence;
import dev.orderbackbone.operator.verify.history.Plot;
import dev.orderbackbone.operator.verify.invariant.Law;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
    private final History history = History.of(71, 30, Plot.ending());

    @Test
    void printsOneLineForEachInvariant() {
        List<String> lines = ReportText.of(Audits.auditEnded(history));

        for (Law law : Law.values()) {
            assertThat(lines).anyMatch(line -> line.startsWith(law + " ") && line.endsWith(" ok"));
        }
        assertThat(lines).anyMatch(line -> line.matches("I5 +money +\\d+ orders, \\d+ amounts +ok"));
        assertThat(lines.getLast()).contains("no violation.");
    }

    @Test
    void printsOrderPlacesExpectedAndSeenOfAViolation() {
        OrderCompleted completed = history.first(OrderCompleted.class);
        history.replace(completed, event -> new OrderCompleted(event.meta(), event.shippedMinor() + 1));

        Report report = Audits.auditEnded(history);
        String text = String.join("\n", ReportText.of(report));

        assertThat(text)
                .contains("1 VIOLATION")
                .contains("I5 is broken")
                .contains(completed.meta().orderId() + "  orders.events.v1/")
                .contains("expected  completed with " + completed.shippedMinor() + " shipped")
                .contains("seen      " + (completed.shippedMinor() + 1));
        assertThat(report.exitCode()).isEqualTo(1);
    }

    @Test
    void printsSomeViolationsAndCountsAll() {
        history.accepted.clear();
        for (int i = 0; i < 50; i++) {
            history.accepted.add("lost order " + i);
        }

        List<String> lines = ReportText.of(Audits.auditEnded(history));

        assertThat(lines).anyMatch(line -> line.contains("50 VIOLATIONS"));
        assertThat(lines).anyMatch(line -> line.contains("... and 30 more"));
    }

    @Test
    void tellsAProgramTheSame() {
        InMemoryEvidence evidence = InMemoryEvidence.of(history);
        evidence.accepted.add("lost");

        String json = ReportJson.of(Audits.audit(evidence));

        assertThat(json)
                .contains("\"id\" : \"I1\"")
                .contains("\"id\" : \"I11\"")
                .contains("\"violations\" : 1")
                .contains("\"subject\" : \"lost\"")
                .contains("\"complete\" : true")
                .contains("\"expectation\" : \"QUIET\"");
    }
}
