package dev.orderbackbone.benchmarks.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.benchmarks.workload.Declines;
import dev.orderbackbone.benchmarks.workload.SampleOrder;
import dev.orderbackbone.simulators.net.HttpAnswer;
import dev.orderbackbone.simulators.net.HttpRequest;
import dev.orderbackbone.simulators.net.HttpServer;
import dev.orderbackbone.simulators.net.HttpService;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Authorises or declines by the order's number, which the payment method carries. What comes of a request depends on nothing else, so that it is
 * idempotent without a memory.
 */
public final class GatewayStub implements HttpService {
    /** How long every answer takes. */
    public static final int LATENCY_MS = 5;

    private static final String PAYMENT_METHOD = "\"paymentMethod\":\"";
    private static final int CREATED = 201;
    private static final int NOT_FOUND = 404;
    private static final String QUESTIONS = "/v1/requests/";

    private final AtomicLong authorizations = new AtomicLong();

    /** Serves on the port that the only argument names, until it is ended. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        HttpServer.open("gateway stub", Integer.parseInt(arguments[0]), new GatewayStub());
        new CountDownLatch(1).await();
    }

    @Override
    public HttpAnswer answer(HttpRequest request) throws InterruptedException {
        if (request.path().startsWith(QUESTIONS)) {
            return HttpAnswer.error(NOT_FOUND, "no_such_request", "ask for it again: the same will come of it");
        }
        return switch (request.path()) {
            case "/v1/authorizations" -> authorization(request);
            case "/v1/summary" ->
                HttpAnswer.json(200, json -> json.writeNumberField("authorizations", authorizations.get()));
            case "/health" -> HttpAnswer.json(200, json -> json.writeStringField("status", "UP"));
            default -> HttpAnswer.error(NOT_FOUND, "not_found", "the benchmark needs authorisations only");
        };
    }

    private HttpAnswer authorization(HttpRequest request) throws InterruptedException {
        int number = orderNumber(new String(request.body(), ISO_8859_1));
        String key = Objects.requireNonNull(request.header("Idempotency-Key"), "Idempotency-Key");
        authorizations.incrementAndGet();
        Thread.sleep(LATENCY_MS);
        return Declines.isDeclined(number)
                ? answer(key, number, "DECLINED", "declined")
                : answer(key, number, "APPROVED", "approved");
    }

    private static HttpAnswer answer(String key, int number, String outcome, String code) {
        String json = "{\"id\":\"auth-" + number + "\",\"operation\":\"AUTHORIZE\",\"status\":\"" + outcome
                + "\",\"code\":\"" + code + "\",\"idempotencyKey\":\"" + key + "\"}";
        return HttpAnswer.json(CREATED, json.getBytes(UTF_8));
    }

    private static int orderNumber(String body) {
        int from = body.indexOf(PAYMENT_METHOD) + PAYMENT_METHOD.length();
        return SampleOrder.numberOf(body.substring(from, body.indexOf('"', from)));
    }
}
