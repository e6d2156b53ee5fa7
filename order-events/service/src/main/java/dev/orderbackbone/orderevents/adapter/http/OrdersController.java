package dev.orderbackbone.orderevents.adapter.http;

import static dev.orderbackbone.orderevents.adapter.http.Answers.answer;

import dev.orderbackbone.contract.order.ContentHash;
import dev.orderbackbone.contract.order.IntakeEvent;
import dev.orderbackbone.contract.order.OrderSubmitted;
import dev.orderbackbone.orderevents.flow.Handover;
import dev.orderbackbone.orderevents.flow.OrderReader;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** Orders over HTTP. Runs on virtual threads: a request waits for the log without holding up another one. */
@Controller(value = "/v1/orders", consumes = MediaType.APPLICATION_JSON, produces = MediaType.APPLICATION_JSON)
@ExecuteOn(TaskExecutors.BLOCKING)
final class OrdersController {
    private final Handover log;
    private final OrderReader reader;
    private final OtherContent otherContent;
    private final InstantSource clock;

    OrdersController(Handover log, OrderReader reader, OtherContent otherContent, InstantSource clock) {
        this.log = log;
        this.reader = reader;
        this.otherContent = otherContent;
        this.clock = clock;
    }

    /** Takes an order in. The same key with the same body is the same order, however often it comes. */
    @Post
    HttpResponse<byte[]> submit(HttpRequest<byte[]> request) {
        return answer(() -> {
            String key = Requests.idempotencyKey(request);
            OrderSubmitted submitted = OrderJson.read(Requests.body(request), key, clock.instant(), UUID.randomUUID());
            Requests.check(submitted);
            String orderId = submitted.meta().orderId();
            long contentHash = ContentHash.of(submitted);
            otherContent.refuse(orderId, contentHash);
            log.handOver(List.of(submitted));
            otherContent.remember(orderId, contentHash);
            return Answers.accepted(orderId);
        });
    }

    /** Asks for a cancellation. */
    @Post("/{orderId}/cancellation")
    HttpResponse<byte[]> cancel(String orderId, HttpRequest<byte[]> request) {
        return answer(() -> {
            String key = Requests.idempotencyKey(request);
            return take(CancellationJson.read(Requests.body(request), Requests.metaOf(orderId, clock.instant()), key));
        });
    }

    /** Takes in that goods have left. */
    @Post("/{orderId}/shipments")
    HttpResponse<byte[]> ship(String orderId, HttpRequest<byte[]> request) {
        return answer(() -> take(ShipmentJson.read(Requests.body(request), Requests.metaOf(orderId, clock.instant()))));
    }

    /** Takes in that goods have come back. */
    @Post("/{orderId}/returns")
    HttpResponse<byte[]> takeBack(String orderId, HttpRequest<byte[]> request) {
        return answer(() -> take(ReturnJson.read(Requests.body(request), Requests.metaOf(orderId, clock.instant()))));
    }

    /** An order as it was last projected. Its ETag is the number of its last event. */
    @Get(value = "/{orderId}", consumes = MediaType.ALL)
    HttpResponse<byte[]> find(String orderId, HttpRequest<?> request) {
        return answer(() -> reader.find(Requests.orderId(orderId))
                .map(order -> Answers.found(order, request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH)))
                .orElseGet(Answers::notFound));
    }

    private MutableHttpResponse<byte[]> take(IntakeEvent event) {
        Requests.check(event);
        log.handOver(List.of(event));
        return Answers.accepted(event.meta().orderId());
    }
}
