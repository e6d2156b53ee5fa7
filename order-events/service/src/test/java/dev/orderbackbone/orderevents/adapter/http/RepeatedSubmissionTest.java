package dev.orderbackbone.orderevents.adapter.http;

import static dev.orderbackbone.orderevents.adapter.http.Json.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.OrderIds;
import dev.orderbackbone.contract.order.ContentHash;
import dev.orderbackbone.contract.order.OrderSubmitted;
import dev.orderbackbone.orderevents.flow.IntakeUnavailable;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same key is the same order, however often and however fast it comes; with other content it is refused. */
class RepeatedSubmissionTest {
    private static final int AT_ONCE = 64;

    @RegisterExtension
    static final IntakeServer SERVER = IntakeServer.standard();

    @Test
    void identicalSubmissionsAtOnceAreOneOrder() throws Exception {
        Set<String> orderIds =
                allAtOnce("at-once").stream().map(Reply::isAccepted).collect(Collectors.toSet());

        assertThat(orderIds).containsExactly(OrderIds.of("shop", "at-once"));
        assertThat(SERVER.intake().published())
                .hasSize(AT_ONCE)
                .extracting(message -> ContentHash.of((OrderSubmitted) message))
                .containsOnly(ContentHash.of(
                        (OrderSubmitted) SERVER.intake().published().getFirst()));
        assertThat(SERVER.intake().published())
                .extracting(message -> message.meta().eventId())
                .doesNotHaveDuplicates();
    }

    @Test
    void aKeyWithOtherContentIsRefused() {
        SERVER.submit("other", order().toString()).isAccepted();

        SERVER.submit("other", order().with("customerId", "\"2\"").toString())
                .isProblem(409, "other-content", "Idempotency-Key");
        SERVER.submit("other", order().toString()).isAccepted();

        assertThat(SERVER.intake().published()).hasSize(2);
    }

    @Test
    void anotherStoresKeyIsAnotherKey() {
        SERVER.submit("stores", order().toString()).isAccepted();
        SERVER.submit(
                        "stores",
                        order().with("storeId", "\"b\"")
                                .with("customerId", "\"2\"")
                                .toString())
                .isAccepted();
    }

    @Test
    void whatTheReadModelKnowsIsComparedToo() {
        SERVER.orders().put(OrderIds.of("shop", "long-ago"), 4711L);

        SERVER.submit("long-ago", order().toString()).isProblem(409, "other-content", "Idempotency-Key");

        assertThat(SERVER.intake().published()).isEmpty();
    }

    @Test
    void theSameContentIsTakenInAgain() {
        SERVER.submit("again", order().toString()).isAccepted();
        long hash = ContentHash.of((OrderSubmitted) SERVER.intake().published().getFirst());
        SERVER.orders().put(OrderIds.of("shop", "elsewhere"), hash + 1);
        SERVER.orders().put(OrderIds.of("shop", "again"), hash);

        SERVER.submit("again", order().toString()).isAccepted();
        SERVER.submit("elsewhere", order().toString()).isProblem(409, "other-content", "Idempotency-Key");
    }

    @Test
    void whatTheLogDidNotTakeIsNotRemembered() {
        SERVER.intake()
                .answers(message ->
                        CompletableFuture.failedFuture(new IntakeUnavailable(new IllegalStateException("down"))));
        SERVER.submit("failed", order().toString()).isProblem(503, "log-unavailable", "");
        SERVER.intake().reset();

        SERVER.submit("failed", order().with("customerId", "\"2\"").toString()).isAccepted();
    }

    private static List<Reply> allAtOnce(String key) throws Exception {
        CyclicBarrier start = new CyclicBarrier(AT_ONCE);
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reply>> replies = IntStream.range(0, AT_ONCE)
                    .mapToObj(client -> clients.submit(() -> {
                        start.await();
                        return SERVER.submit(key, order().toString());
                    }))
                    .toList();
            return replies.stream().map(RepeatedSubmissionTest::resultOf).toList();
        }
    }

    private static Reply resultOf(Future<Reply> reply) {
        try {
            return reply.get();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }
}
