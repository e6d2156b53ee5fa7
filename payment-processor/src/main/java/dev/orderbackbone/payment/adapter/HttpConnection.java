package dev.orderbackbone.payment.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.payment.adapter.GatewayReplies.Response;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A connection, for one exchange at a time. It is kept only after a response that ends with the last byte received: what comes without being asked for
 * must not be taken for the next answer. Only for the connection's event loop.
 */
final class HttpConnection extends ChannelInboundHandlerAdapter {
    private final Channel channel;
    private final HttpConnections home;
    private final Decoder decoder = new Decoder();
    private @Nullable HttpExchange open;
    private @Nullable Response received;
    private @Nullable Future<?> timer;
    private boolean isKept;

    HttpConnection(Channel channel, HttpConnections home) {
        this.channel = channel;
        this.home = home;
    }

    HttpResponseDecoder decoder() {
        return decoder;
    }

    /** Sends a request; one that finds the connection closed, on which nothing is sent then, goes to another one. */
    void begin(HttpExchange exchange) {
        if (!channel.isActive()) {
            home.send(exchange);
            return;
        }
        open = exchange;
        timer = channel.eventLoop()
                .schedule(() -> fail(new TimeoutException()), exchange.timeout().toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture<Response> _ = exchange.response().whenComplete((response, failure) -> {
            if (failure != null) {
                ChannelFuture _ = channel.close();
            }
        });
        ChannelFuture _ = channel.writeAndFlush(exchange.request()).addListener(written -> {
            if (!written.isSuccess()) {
                fail(written.cause());
            }
        });
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            FullHttpResponse response = (FullHttpResponse) message;
            if (response.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
                return;
            }
            isKept = received == null && HttpUtil.isKeepAlive(response);
            if (received == null) {
                received = new Response(
                        response.status().code(),
                        response.headers().contains(HttpHeaderNames.RETRY_AFTER),
                        response.content().toString(UTF_8));
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        HttpExchange exchange = open;
        Response response = received;
        if (exchange == null || response == null) {
            return;
        }
        finish();
        if (isKept && decoder.isEmpty()) {
            home.keep(this);
        } else {
            ChannelFuture _ = channel.close();
        }
        exchange.response().complete(response);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        home.forget(this);
        fail(new IOException("the connection was closed"));
    }

    /** What stands between us and the gateway may forget a connection that is silent for long, and tell nobody. */
    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof IdleStateEvent && open == null) {
            ChannelFuture _ = channel.close();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        fail(cause);
        ChannelFuture _ = channel.close();
    }

    /** For who is not on the event loop. */
    void beginLater(HttpExchange exchange) {
        channel.eventLoop().execute(() -> begin(exchange));
    }

    private void fail(Throwable cause) {
        HttpExchange exchange = open;
        if (exchange != null) {
            finish();
            exchange.response().completeExceptionally(cause);
        }
    }

    private void finish() {
        open = null;
        received = null;
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }

    /** Takes nothing while nothing is asked. */
    private final class Decoder extends HttpResponseDecoder {
        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) throws Exception {
            if (open == null) {
                ReferenceCountUtil.release(bytes);
                ChannelFuture _ = context.close();
            } else {
                super.channelRead(context, bytes);
            }
        }

        boolean isEmpty() {
            return actualReadableBytes() == 0;
        }
    }
}
