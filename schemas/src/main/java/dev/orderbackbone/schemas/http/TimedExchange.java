package dev.orderbackbone.schemas.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A request and its answer within a time. That of {@link HttpRequest.Builder#timeout} ends when the head of the answer has come; whoever waits for a
 * body that does not come then waits for ever.
 */
public final class TimedExchange {
    private TimedExchange() {}

    /**
     * Sends, and waits for the last byte of the answer.
     *
     * @param patience from now on, more than 0.
     * @throws HttpTimeoutException if the answer is not complete by then; it is given up.
     * @throws IOException if there is none.
     * @throws InterruptedException if the thread is interrupted; the answer is given up.
     */
    public static <T> HttpResponse<T> send(HttpClient http, HttpRequest request, BodyHandler<T> body, Duration patience)
            throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<T>> exchange = http.sendAsync(request, body);
        try {
            return exchange.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException silence) {
            throw new HttpTimeoutException("no whole answer within " + patience.toMillis() + " ms");
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof IOException cause ? cause : new IOException(failure.getCause());
        } finally {
            exchange.cancel(true);
        }
    }
}
