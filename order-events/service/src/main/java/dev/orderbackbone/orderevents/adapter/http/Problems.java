package dev.orderbackbone.orderevents.adapter.http;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.Locale;

/** What the HTTP server itself refuses (no such path, wrong method or media type, too large) is answered as a problem as well. */
@Singleton
final class Problems implements ErrorResponseProcessor<byte[]> {

    @Override
    public MutableHttpResponse<byte[]> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        String detail = context.getErrors().stream()
                .map(error -> error.getMessage())
                .findFirst()
                .orElseGet(response::reason);
        MutableHttpResponse<byte[]> problem =
                new Problem(response.code(), ruleOf(response), "", detail).response();
        response.getHeaders().forEachValue((name, value) -> {
            if (!problem.getHeaders().contains(name)) {
                problem.header(name, value);
            }
        });
        return problem;
    }

    private static String ruleOf(HttpResponse<?> response) {
        return response.reason().toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
