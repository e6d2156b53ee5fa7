package dev.orderbackbone.payment.adapter;

import dev.orderbackbone.payment.adapter.GatewayReplies.Response;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.ChannelGroupFuture;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpRequestEncoder;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/** Connections to one address, made when they are needed and kept. As many requests are on their way as are sent. Thread-safe. */
final class HttpConnections implements AutoCloseable {
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;
    private static final int LONGEST_SILENCE_SECONDS = 30;
    private static final int LONGEST_BODY_BYTES = 64 * 1024;

    private final EventLoopGroup loop =
            new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("gateway", true), NioIoHandler.newFactory());
    private final ChannelGroup all = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
    private final Deque<HttpConnection> kept = new ConcurrentLinkedDeque<>();
    private final Bootstrap bootstrap;
    private final String host;
    private final int port;
    private final @Nullable SslContext tls;

    /**
     * None yet.
     *
     * @param address http or https.
     */
    HttpConnections(URI address, Duration connectTimeout) {
        this(address, connectTimeout, SslContextBuilder.forClient());
    }

    /**
     * None yet, with other authorities than Java's.
     *
     * @throws IllegalStateException if there is no TLS.
     */
    HttpConnections(URI address, Duration connectTimeout, SslContextBuilder trusted) {
        boolean isSecure = "https".equals(address.getScheme());
        host = address.getHost();
        port = address.getPort() >= 0 ? address.getPort() : isSecure ? HTTPS_PORT : HTTP_PORT;
        tls = isSecure ? contextOf(trusted) : null;
        bootstrap = new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) connectTimeout.toMillis())
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        open(channel);
                    }
                });
    }

    /**
     * Sends a request.
     *
     * @return completed with the response, or with {@link NotConnectedException} where nothing was sent; after any other failure nobody knows what came
     *     of it.
     */
    CompletableFuture<Response> send(FullHttpRequest request, Duration timeout) {
        HttpExchange exchange = new HttpExchange(request, timeout);
        send(exchange);
        return exchange.response();
    }

    void send(HttpExchange exchange) {
        HttpConnection connection = kept.pollFirst();
        if (connection == null) {
            connect(exchange);
        } else {
            connection.beginLater(exchange);
        }
    }

    /** The one that was used last comes first, so that those that are too many are closed by the gateway in time. */
    void keep(HttpConnection connection) {
        kept.addFirst(connection);
    }

    void forget(HttpConnection connection) {
        kept.remove(connection);
    }

    /** Gives up what is still under way. */
    @Override
    public void close() {
        ChannelGroupFuture _ = all.close().awaitUninterruptibly();
        Future<?> _ = loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    private void connect(HttpExchange exchange) {
        ChannelFuture _ = bootstrap.connect(new InetSocketAddress(host, port)).addListener((ChannelFutureListener)
                connected -> {
                    if (connected.isSuccess()) {
                        begin(connected.channel(), exchange);
                    } else {
                        exchange.response().completeExceptionally(new NotConnectedException(connected.cause()));
                    }
                });
    }

    private static void begin(Channel channel, HttpExchange exchange) {
        HttpConnection connection = channel.pipeline().get(HttpConnection.class);
        SslHandler secure = channel.pipeline().get(SslHandler.class);
        if (secure == null) {
            connection.begin(exchange);
            return;
        }
        Future<Channel> _ = secure.handshakeFuture().addListener(shaken -> {
            if (shaken.isSuccess()) {
                connection.begin(exchange);
            } else {
                exchange.response().completeExceptionally(new NotConnectedException(shaken.cause()));
            }
        });
    }

    private void open(Channel channel) {
        all.add(channel);
        if (tls != null) {
            SslHandler secure = tls.newHandler(channel.alloc(), host, port);
            secure.engine().setSSLParameters(verifyingTheHost(secure.engine().getSSLParameters()));
            channel.pipeline().addLast(secure);
        }
        HttpConnection connection = new HttpConnection(channel, this);
        channel.pipeline()
                .addLast(
                        new IdleStateHandler(0, 0, LONGEST_SILENCE_SECONDS),
                        new HttpRequestEncoder(),
                        connection.decoder(),
                        new HttpObjectAggregator(LONGEST_BODY_BYTES),
                        connection);
    }

    private static SSLParameters verifyingTheHost(SSLParameters parameters) {
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        return parameters;
    }

    private static SslContext contextOf(SslContextBuilder trusted) {
        try {
            return trusted.build();
        } catch (SSLException failure) {
            throw new IllegalStateException("no TLS: " + failure.getMessage(), failure);
        }
    }
}
