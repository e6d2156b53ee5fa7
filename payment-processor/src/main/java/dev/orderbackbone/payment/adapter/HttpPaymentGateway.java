package dev.orderbackbone.payment.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.contract.payment.GatewayCall;
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

/** The gateway over HTTP/1.1, with kept connections. */
public final class HttpPaymentGateway implements PaymentGateway, AutoCloseable {
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final GatewaySettings settings;
    private final HttpClient client;

    public HttpPaymentGateway(GatewaySettings settings) {
        this.settings = settings;
        this.client = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .build();
    }

    @Override
    public Reply carryOut(GatewayCall call) throws InterruptedException {
        HttpRequest request = request(pathOf(call))
                .header(IDEMPOTENCY_KEY, call.idempotencyKey())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(GatewayJson.bodyOf(call)))
                .build();
        return send(call, request);
    }

    @Override
    public Reply ask(GatewayCall call) throws InterruptedException {
        return send(call, request("/v1/requests/" + encoded(call.idempotencyKey())).GET().build());
    }

    @Override
    public void close() {
        client.close();
    }

    private Reply send(GatewayCall call, HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            return GatewayReplies.of(call, response.statusCode(), response.body());
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
                HttpRequest.newBuilder(URI.create(settings.url() + path)).timeout(settings.requestTimeout());
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
