package dev.orderbackbone.orderevents.adapter.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.netty.handler.codec.compression.DecompressionException;
import jakarta.inject.Singleton;

/** A body that is not compressed as its header says is the client's fault. */
@Singleton
final class BrokenCompression implements ExceptionHandler<DecompressionException, HttpResponse<byte[]>> {
    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public HttpResponse<byte[]> handle(HttpRequest request, DecompressionException broken) {
        return new Problem(
                        400, "content-encoding", HttpHeaders.CONTENT_ENCODING, "the body is not compressed like that")
                .response();
    }
}
