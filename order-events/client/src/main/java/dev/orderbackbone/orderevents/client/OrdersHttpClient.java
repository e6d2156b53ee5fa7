package dev.orderbackbone.orderevents.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.orderevents.client.Answer.Accepted;
import dev.orderbackbone.orderevents.client.Answer.Refused;
import dev.orderbackbone.schemas.http.TimedExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The backbone over HTTP. A request that gets no answer, or is answered 5xx, is sent again as it is after a pause that grows: all requests may
 * be repeated. Calls wait for their answer, so they are best made on virtual threads. Thread-safe.
 *
 * <p>Every call throws {@link OrdersUnavailableException} when all attempts have failed.
 */
public final class OrdersHttpClient implements AutoCloseable {
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final int NOT_FOUND = 404;
    private static final int FIRST_CLIENT_ERROR = 400;
    private static final int FIRST_SERVER_ERROR = 500;
    private static final int LONGEST_DETAIL = 500;

    private final OrdersHttpSettings settings;
    private final HttpClient http;

    /** A client; it connects with its first request. */
    public OrdersHttpClient(OrdersHttpSettings settings) {
        this.settings = settings;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .build();
    }

    /** Submits an order. The same order again is the same order, and accepted again. */
    public Answer submit(NewOrder order) throws InterruptedException {
        return post("/v1/orders", order.idempotencyKey(), RequestJson.of(order));
    }

    /** Asks for a cancellation. */
    public Answer cancel(String orderId, Cancellation cancellation) throws InterruptedException {
        return post(pathOf(orderId) + "/cancellation", cancellation.requestId(), RequestJson.of(cancellation));
    }

    /** Says that goods have left. */
    public Answer ship(String orderId, Shipment shipment) throws InterruptedException {
        return post(pathOf(orderId) + "/shipments", null, RequestJson.of(shipment));
    }

    /** Says that goods have come back. */
    public Answer takeBack(String orderId, Return goods) throws InterruptedException {
        return post(pathOf(orderId) + "/returns", null, RequestJson.of(goods));
    }

    /** Says that goods have arrived. */
    public Answer receive(StockReceipt receipt) throws InterruptedException {
        return post("/v1/stock/receipts", null, RequestJson.of(receipt));
    }

    /** Corrects the stock on hand. */
    public Answer adjust(StockAdjustment adjustment) throws InterruptedException {
        return post("/v1/stock/adjustments", null, RequestJson.of(adjustment));
    }

    /** The order as it stands in the read models, which follow the log; empty where they do not have it (yet). */
    public Optional<FoundOrder> find(String orderId) throws InterruptedException {
        HttpResponse<byte[]> response = exchange(request(pathOf(orderId)).GET().build());
        if (response.statusCode() == NOT_FOUND) {
            return Optional.empty();
        }
        if (response.statusCode() >= FIRST_CLIENT_ERROR) {
            throw new OrdersUnavailableException("asked for order " + orderId + ": " + refused(response), null);
        }
        AnswerJson order = AnswerJson.read(response.body());
        return Optional.of(new FoundOrder(
                order.text("orderId"),
                order.text("status"),
                Long.parseLong(order.text("sequence")),
                new String(response.body(), UTF_8)));
    }

    /** Waits for calls that are under way and closes the connections. */
    @Override
    public void close() {
        http.close();
    }

    private Answer post(String path, @Nullable String idempotencyKey, byte[] body) throws InterruptedException {
        HttpRequest.Builder request =
                request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(body));
        if (idempotencyKey != null) {
            request.header(IDEMPOTENCY_KEY, idempotencyKey);
        }
        HttpResponse<byte[]> response = exchange(request.build());
        return response.statusCode() < FIRST_CLIENT_ERROR
                ? new Accepted(AnswerJson.read(response.body()).text("orderId"))
                : refused(response);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(settings.address() + path));
    }

    /** An answer below 500, after as many attempts as it takes. */
    private HttpResponse<byte[]> exchange(HttpRequest request) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            HttpResponse<byte[]> response = null;
            IOException failure = null;
            try {
                response = TimedExchange.send(http, request, BodyHandlers.ofByteArray(), settings.requestTimeout());
                if (response.statusCode() < FIRST_SERVER_ERROR) {
                    return response;
                }
            } catch (IOException noAnswer) {
                failure = noAnswer;
            }
            if (attempt == settings.attempts()) {
                throw unavailable(request, response, failure);
            }
            Thread.sleep(pause(attempt, response));
        }
    }

    /** Doubled with each attempt, and of random length from half of that on, so that many clients do not come back at once. */
    private Duration pause(int attempt, @Nullable HttpResponse<byte[]> response) {
        long longestMs = settings.longestPause().toMillis();
        long doubledMs =
                Math.min(longestMs, settings.backoff().toMillis() << Math.min(attempt - 1, Byte.MAX_VALUE / 4));
        long ownMs = ThreadLocalRandom.current().nextLong(doubledMs / 2, doubledMs + 1);
        return Duration.ofMillis(Math.min(longestMs, Math.max(ownMs, retryAfterMs(response))));
    }

    private static long retryAfterMs(@Nullable HttpResponse<byte[]> response) {
        return response == null
                ? 0
                : response.headers()
                        .firstValue("Retry-After")
                        .filter(seconds -> seconds.matches("\\d{1,6}"))
                        .map(seconds ->
                                Duration.ofSeconds(Long.parseLong(seconds)).toMillis())
                        .orElse(0L);
    }

    private OrdersUnavailableException unavailable(
            HttpRequest request, @Nullable HttpResponse<byte[]> response, @Nullable IOException failure) {
        String last =
                response == null ? String.valueOf(failure) : refused(response).toString();
        return new OrdersUnavailableException(
                request.method() + " " + request.uri() + " failed " + settings.attempts()
                        + " times, the last time with " + last,
                failure);
    }

    private static Refused refused(HttpResponse<byte[]> response) {
        AnswerJson problem = AnswerJson.read(response.body());
        String detail = problem.text("detail");
        return new Refused(
                response.statusCode(),
                problem.text("rule"),
                problem.text("field"),
                detail.isEmpty() ? beginningOf(response.body()) : detail);
    }

    private static String beginningOf(byte[] body) {
        return new String(body, 0, Math.min(body.length, LONGEST_DETAIL), UTF_8);
    }

    private static String pathOf(String orderId) {
        return "/v1/orders/" + URLEncoder.encode(orderId, UTF_8).replace("+", "%20");
    }
}
