package dev.orderbackbone.orderevents.adapter.http;

import static dev.orderbackbone.orderevents.adapter.http.Json.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.orderevents.flow.IntakeUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Without the log's word there is no 202, only the advice to come back; without the database orders are taken in all the same. */
class UnavailableLogTest {
    private static final String ORDER = "/v1/orders/0123456789abcdefghjkmnpq";
    private static final Duration PATIENCE = Duration.ofMillis(300);

    @RegisterExtension
    static final IntakeServer SERVER = IntakeServer.with(
            Map.of("orders.acknowledge-within", PATIENCE.toMillis() + "ms", "orders.pools-per-location", 100));

    @Test
    void whatTheLogDoesNotTakeIsAnsweredWithUnavailable() {
        SERVER.intake()
                .answers(message ->
                        CompletableFuture.failedFuture(new IntakeUnavailable(new IllegalStateException("down"))));
        everyRequestIsToBeRepeated();
    }

    @Test
    @Timeout(20)
    void whatTheLogDoesNotAcknowledgeInTimeIsAnsweredWithUnavailable() {
        SERVER.intake().answers(message -> new CompletableFuture<>());
        long start = System.nanoTime();
        SERVER.submit("key", order().toString()).isProblem(503, "log-unavailable", "");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(PATIENCE, PATIENCE.plusSeconds(5));
        everyRequestIsToBeRepeated();
    }

    @Test
    void aReceiptOfSeveralPoolsStopsAtTheFirstThatFails() {
        SERVER.intake()
                .answers(message ->
                        CompletableFuture.failedFuture(new IntakeUnavailable(new IllegalStateException("down"))));
        Json receipt = Json.receipt().with("lines", "[{\"sku\":\"a\",\"quantity\":1},{\"sku\":\"b\",\"quantity\":1}]");
        SERVER.post("/v1/stock/receipts", receipt.toString()).isProblem(503, "log-unavailable", "");
        assertThat(SERVER.intake().published()).hasSize(1);

        SERVER.intake().reset();
        assertThat(SERVER.post("/v1/stock/receipts", receipt.toString()).status())
                .isEqualTo(202);
        assertThat(SERVER.intake().published()).hasSize(2);
    }

    @Test
    void anAcknowledgementMayComeLaterThanTheRequestAndFromAnotherThread() {
        SERVER.intake().answers(message -> CompletableFuture.runAsync(() -> {}));
        SERVER.submit("key", order().toString()).isAccepted();
    }

    @Test
    void aFaultOfTheServiceItselfTellsNoSecrets() {
        SERVER.intake().answers(message -> {
            throw new IllegalStateException("secret");
        });
        Reply reply = SERVER.submit("key", order().toString()).isProblem(500, "internal-server-error", "");
        assertThat(reply.body()).doesNotContain("secret");
    }

    @Test
    void ordersAreTakenInWithoutTheDatabase() {
        SERVER.orders().goDown();
        SERVER.get(ORDER).isProblem(503, "read-model-unavailable", "");
        SERVER.submit("no-database", order().toString()).isAccepted();
    }

    @Test
    void aDatabaseThatIsDownIsNotAskedByEverySubmission() {
        SERVER.orders().goDown();
        for (int number = 0; number < 20; number++) {
            SERVER.submit("left-alone-" + number, order().toString()).isAccepted();
        }
        // The other tests have let it be asked before: at most once more in that time.
        assertThat(SERVER.orders().asked()).isLessThan(5);
    }

    private static void everyRequestIsToBeRepeated() {
        List<Reply> replies = List.of(
                SERVER.submit("key", order().toString()),
                SERVER.post(ORDER + "/cancellation", "{\"reason\":\"x\"}", "Idempotency-Key", "key"),
                SERVER.post(ORDER + "/shipments", Json.shipment().toString()),
                SERVER.post(ORDER + "/returns", Json.returned().toString()),
                SERVER.post("/v1/stock/receipts", Json.receipt().toString()),
                SERVER.post("/v1/stock/adjustments", Json.adjustment().toString()));
        assertThat(replies).allSatisfy(reply -> {
            reply.isProblem(503, "log-unavailable", "");
            assertThat(reply.header("Retry-After")).isEqualTo("5");
        });
    }
}
