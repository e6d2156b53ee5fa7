package dev.orderbackbone.operator.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.operator.change.Plan.Part;
import dev.orderbackbone.operator.text.JsonText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PlanTextTest {
    private static final Plan PLAN = new Plan(
            "read 1,200 records again",
            List.of(
                    new Part(
                            "orders.events.v1",
                            3,
                            "OrderPlaced",
                            1_200,
                            Instant.parse("2026-11-27T12:00:00Z"),
                            Instant.parse("2026-11-27T13:30:00Z")),
                    new Part("orders.events.v1", 0, "", 0, null, null)),
            new TreeSet<>(List.of("b", "a")),
            Optional.of(Duration.ofSeconds(90)),
            List.of("retention no longer holds what came before"));

    @Test
    void isForPeople() {
        assertThat(new PlanText(PLAN).text().lines())
                .containsExactly(
                        "read 1,200 records again",
                        "topic             partition  type         records  first (UTC)          last (UTC)",
                        "orders.events.v1          3  OrderPlaced    1,200  2026-11-27 12:00:00  2026-11-27 13:30:00",
                        "orders.events.v1          0                     0",
                        "2 orders: a, b",
                        "takes about 1 min 30 s",
                        "note: retention no longer holds what came before");
    }

    @Test
    void isForPrograms() {
        String json = JsonText.object(generator -> new PlanText(PLAN).write(generator));

        assertThat(json)
                .contains("\"records\" : 1200", "\"estimatedSeconds\" : 90", "\"first\" : \"2026-11-27T12:00:00Z\"")
                .contains("\"first\" : null");
    }

    @Test
    void saysHowFarItIsAndHowLongItWillTake() {
        assertThat(PrintedChange.text("records", 500, 2_000, 2_000_000_000L))
                .isEqualTo("  ... 500 of 2,000 records, 250/s, 6.0 s left");
        assertThat(PrintedChange.text("records", 2_000, 2_000, 2_000_000_000L))
                .isEqualTo("  ... 2,000 of 2,000 records, 1,000/s");
    }
}
