package dev.orderbackbone.payment.adapter;

import static java.net.http.HttpResponse.BodyHandlers.limiting;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.contract.payment.GatewayCall;
import dev.orderbackbone.payment.adapter.GatewayReplies.Response;
import dev.orderbackbone.payment.flow.PaymentGateway;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** The gateway over HTTP/1.1, with kept connections. */
public final class HttpPaymentGateway implements PaymentGateway, AutoCloseable {
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final int LONGEST_BODY_BYTES = 64 * 1024;

    private final GatewaySettings settings;
    private final String base;
    private final HttpClient client;

    /** A client of the gateway at the address of the settings; it connects when it is first used. */
    public HttpPaymentGateway(GatewaySettings settings) {
        this.settings = settings;
        this.base = settings.url().toString().replaceAll("/+$", "");
        this.client = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    @Override
    public Reply carryOut(GatewayCall call) throws InterruptedException {
        HttpRequest request = request(pathOf(call))
                .header(IDEMPOTENCY_KEY, call.idempotencyKey())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(GatewayJson.bodyOf(call)))
                .build();
        return send(request, response -> GatewayReplies.toOrder(call, response));
    }

    @Override
    public Reply ask(GatewayCall call) throws InterruptedException {
        HttpRequest request =
                request("/v1/requests/" + encoded(call.idempotencyKey())).GET().build();
        return send(request, response -> GatewayReplies.toQuestion(call, response));
    }

    /** Gives up what is still under way. */
    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }

    private Reply send(HttpRequest request, Function<Response, Reply> meaning) throws InterruptedException {
        try {
            HttpResponse<String> response =
                    client.send(request, limiting(BodyHandlers.ofString(UTF_8), LONGEST_BODY_BYTES));
            boolean saysWhen = response.headers().firstValue("Retry-After").isPresent();
            return meaning.apply(new Response(response.statusCode(), saysWhen, response.body()));
        } catch (HttpConnectTimeoutException | ConnectException unreachable) {
            return new Reply.NotDone("not-connected");
        } catch (HttpTimeoutException late) {
            return new Reply.Unknown("timeout");
        } catch (IOException broken) {
            return new Reply.Unknown("connection-broken");
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(settings.requestTimeout());
        return settings.token() == null ? request : request.header("Authorization", "Bearer " + settings.token());
    }

    private static String pathOf(GatewayCall call) {
        return switch (call.operation()) {
            case AUTHORIZE -> "/v1/authorizations";
            case CAPTURE -> onAuthorization(call, "captures");
            case VOID -> onAuthorization(call, "void");
            case REFUND -> onAuthorization(call, "refunds");
            case UNKNOWN -> throw new IllegalArgumentException("an operation that this release does not know");
        };
    }

    private static String onAuthorization(GatewayCall call, String operation) {
        String id = Objects.requireNonNull(call.authorizationId(), "a call on an authorisation names it");
        return "/v1/authorizations/" + encoded(id) + "/" + operation;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
