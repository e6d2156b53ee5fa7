package dev.orderbackbone.orderevents.adapter.http;

import static dev.orderbackbone.orderevents.adapter.http.Answers.answer;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.contract.order.IntakeEvent;
import dev.orderbackbone.contract.order.OrderSubmitted;
import dev.orderbackbone.orderevents.flow.Intake;
import dev.orderbackbone.orderevents.flow.OrderReader;
import dev.orderbackbone.orderevents.flow.OrderReader.OrderView;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Orders over HTTP. Runs on virtual threads: a request waits for the log without holding up another one. */
@Controller(value = "/v1/orders", consumes = MediaType.APPLICATION_JSON, produces = MediaType.APPLICATION_JSON)
@ExecuteOn(TaskExecutors.BLOCKING)
final class OrdersController {
    private final Intake intake;
    private final OrderReader reader;
    private final OtherContent otherContent;
    private final InstantSource clock;

    OrdersController(Intake intake, OrderReader reader, OtherContent otherContent, InstantSource clock) {
        this.intake = intake;
        this.reader = reader;
        this.otherContent = otherContent;
        this.clock = clock;
    }

    /** Takes an order in. The same key with the same body is the same order, however often it comes. */
    @Post
    HttpResponse<byte[]> submit(
            @Body byte @Nullable [] body, @Header(Requests.IDEMPOTENCY_KEY) @Nullable String idempotencyKey) {
        return answer(() -> {
            String key = Requests.idempotencyKey(idempotencyKey);
            OrderSubmitted submitted = OrderJson.read(body, key, clock.instant(), UUID.randomUUID());
            Requests.check(submitted);
            otherContent.refuse(submitted);
            publish(submitted);
            otherContent.remember(submitted);
            return Answers.accepted(submitted.meta().orderId());
        });
    }

    /** Asks for a cancellation. */
    @Post("/{orderId}/cancellation")
    HttpResponse<byte[]> cancel(
            String orderId,
            @Body byte @Nullable [] body,
            @Header(Requests.IDEMPOTENCY_KEY) @Nullable String idempotencyKey) {
        return answer(() -> {
            String key = Requests.idempotencyKey(idempotencyKey);
            return take(CancellationJson.read(body, Requests.metaOf(orderId, clock.instant()), key));
        });
    }

    /** Takes in that goods have left. */
    @Post("/{orderId}/shipments")
    HttpResponse<byte[]> ship(String orderId, @Body byte @Nullable [] body) {
        return answer(() -> take(ShipmentJson.read(body, Requests.metaOf(orderId, clock.instant()))));
    }

    /** Takes in that goods have come back. */
    @Post("/{orderId}/returns")
    HttpResponse<byte[]> takeBack(String orderId, @Body byte @Nullable [] body) {
        return answer(() -> take(ReturnJson.read(body, Requests.metaOf(orderId, clock.instant()))));
    }

    /** An order as it was last projected. Its ETag is the number of its last event. */
    @Get(value = "/{orderId}", consumes = MediaType.ALL)
    HttpResponse<byte[]> find(String orderId, @Header(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return answer(() -> reader.find(orderId)
                .map(order -> found(order, ifNoneMatch))
                .orElseGet(() -> new Problem(404, "unknown-order", "", "there is no such order, or none yet")
                        .response()
                        .header(HttpHeaders.RETRY_AFTER, "1")));
    }

    private static MutableHttpResponse<byte[]> found(OrderView order, @Nullable String ifNoneMatch) {
        String tag = "\"" + order.sequence() + "\"";
        MutableHttpResponse<byte[]> response =
                tag.equals(ifNoneMatch) ? HttpResponse.notModified() : HttpResponse.ok(order.json().getBytes(UTF_8));
        return response.header(HttpHeaders.ETAG, tag);
    }

    private MutableHttpResponse<byte[]> take(IntakeEvent event) {
        Requests.check(event);
        publish(event);
        return Answers.accepted(event.meta().orderId());
    }

    private void publish(IntakeEvent event) {
        intake.publish(event).toCompletableFuture().join();
    }
}
