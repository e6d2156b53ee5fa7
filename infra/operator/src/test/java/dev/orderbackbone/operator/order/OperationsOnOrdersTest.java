package dev.orderbackbone.operator.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.operation.OperationCount;
import dev.orderbackbone.contract.operation.OperationFinished;
import dev.orderbackbone.contract.operation.OperationResult;
import dev.orderbackbone.contract.operation.OperationStarted;
import dev.orderbackbone.contract.order.HoldRequested;
import dev.orderbackbone.operator.SharedKafka;
import dev.orderbackbone.operator.log.LogScan;
import dev.orderbackbone.testkit.TestKafka;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OperationsOnOrdersTest {
    @RegisterExtension
    static final SharedKafka SHARED = new SharedKafka();

    private static final Instant NOW = Instant.ofEpochMilli(System.currentTimeMillis());
    private static final String ORDER = "0123456789abcdefghjkmnpq";

    @Test
    void aTimelineTellsWhatOperatorsDidToTheOrderAndWhy() throws InterruptedException {
        UUID mine = new UUID(1, 1);
        UUID another = new UUID(2, 2);
        kafka().send(
                        new HoldRequested(
                                meta(new UUID(3, 3), new UUID(3, 3), ORDER), mine.toString(), "looks odd", "ada"),
                        started(mine, ORDER),
                        started(another, "another-order"),
                        finished(mine),
                        finished(another));

        Timeline timeline;
        try (LogScan scan = new LogScan(kafka().clientProperties())) {
            timeline = new TimelineReader(scan, kafka().deserializer(), ORDER).read();
        }

        assertThat(timeline.entries())
                .extracting(entry -> entry.type() + ": " + entry.summary())
                .containsExactlyInAnyOrder(
                        "HoldRequested: by ada: looks odd",
                        "OperationStarted: orders hold by ada: looks odd",
                        "OperationFinished: DONE, 1 OrderHeld");
        Entry end = timeline.entries().stream()
                .filter(entry -> entry.type().equals("OperationFinished"))
                .findFirst()
                .orElseThrow();
        assertThat(timeline.entries().get(timeline.causeOf(end) - 1).type()).isEqualTo("OperationStarted");
    }

    private static OperationStarted started(UUID id, String order) {
        return new OperationStarted(
                meta(id, id, ""), id.toString(), "orders hold", order, "ada", "looks odd", "a plan", List.of(order));
    }

    private static OperationFinished finished(UUID id) {
        return new OperationFinished(
                meta(new UUID(id.getMostSignificantBits(), 9), id, ""),
                id.toString(),
                OperationResult.DONE,
                List.of(new OperationCount("OrderHeld", 1)),
                "");
    }

    private static Meta meta(UUID id, UUID cause, String order) {
        return new Meta(id, order, 0, NOW, cause, "shop");
    }

    private static TestKafka kafka() {
        return SHARED.kafka();
    }
}
