package dev.orderbackbone.payment.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.contract.payment.GatewayCall;
import dev.orderbackbone.payment.adapter.GatewayReplies.Response;
import dev.orderbackbone.payment.flow.PaymentGateway;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.net.URLEncoder;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** The gateway over HTTP/1.1, with kept connections. */
public final class HttpPaymentGateway implements PaymentGateway, AutoCloseable {
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final byte[] NOTHING = {};

    private final GatewaySettings settings;
    private final String base;
    private final HttpConnections connections;

    /** A client of the gateway at the address of the settings; it connects when it is first used. */
    public HttpPaymentGateway(GatewaySettings settings) {
        this.settings = settings;
        this.base = settings.url().getRawPath().replaceAll("/+$", "");
        this.connections = new HttpConnections(settings.url(), settings.connectTimeout());
    }

    @Override
    public Reply carryOut(GatewayCall call) throws InterruptedException {
        FullHttpRequest request = request(HttpMethod.POST, pathOf(call), GatewayJson.bodyOf(call));
        request.headers()
                .set(IDEMPOTENCY_KEY, call.idempotencyKey())
                .set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON)
                .set(HttpHeaderNames.CONTENT_LENGTH, request.content().readableBytes());
        return send(request, response -> GatewayReplies.toOrder(call, response));
    }

    @Override
    public Reply ask(GatewayCall call) throws InterruptedException {
        FullHttpRequest request = request(HttpMethod.GET, "/v1/requests/" + encoded(call.idempotencyKey()), NOTHING);
        return send(request, response -> GatewayReplies.toQuestion(call, response));
    }

    /** Gives up what is still under way. */
    @Override
    public void close() {
        connections.close();
    }

    private Reply send(FullHttpRequest request, Function<Response, Reply> meaning) throws InterruptedException {
        CompletableFuture<Response> response = connections.send(request, settings.requestTimeout());
        try {
            return meaning.apply(response.get());
        } catch (InterruptedException givenUp) {
            response.cancel(true);
            throw givenUp;
        } catch (ExecutionException failure) {
            return switch (failure.getCause()) {
                case NotConnectedException _ -> new Reply.NotDone("not-connected");
                case TimeoutException _ -> new Reply.Unknown("timeout");
                case null, default -> new Reply.Unknown("connection-broken");
            };
        }
    }

    private FullHttpRequest request(HttpMethod method, String path, byte[] body) {
        FullHttpRequest request =
                new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, method, base + path, Unpooled.wrappedBuffer(body));
        request.headers().set(HttpHeaderNames.HOST, settings.url().getRawAuthority());
        if (settings.token() != null) {
            request.headers().set(HttpHeaderNames.AUTHORIZATION, "Bearer " + settings.token());
        }
        return request;
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
