package dev.orderbackbone.payment.adapter;

import dev.orderbackbone.payment.adapter.GatewayReplies.Response;
import io.netty.handler.codec.http.FullHttpRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * A request, and the response that is awaited.
 *
 * @param timeout for the response, from when the request is sent.
 * @param response completed once; who gives it up cancels it, and its connection is closed.
 */
record HttpExchange(FullHttpRequest request, Duration timeout, CompletableFuture<Response> response) {
    HttpExchange(FullHttpRequest request, Duration timeout) {
        this(request, timeout, new CompletableFuture<>());
    }
}
