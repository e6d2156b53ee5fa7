package dev.orderbackbone.orderevents.adapter.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpStatus;
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
        HttpStatus status = HttpStatus.valueOf(response.code());
        MutableHttpResponse<byte[]> problem =
                new Problem(status.getCode(), ruleOf(status), fieldOf(status), detail(context, status)).response();
        response.getHeaders().forEachValue((name, value) -> {
            if (!problem.getHeaders().contains(name)) {
                problem.header(name, value);
            }
        });
        return problem;
    }

    private static String ruleOf(HttpStatus status) {
        return status.getReason().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static String fieldOf(HttpStatus status) {
        return switch (status) {
            case UNSUPPORTED_MEDIA_TYPE -> HttpHeaders.CONTENT_TYPE;
            case NOT_ACCEPTABLE -> HttpHeaders.ACCEPT;
            default -> "";
        };
    }

    /** What broke inside of the service is for its log, not for its clients. */
    private static String detail(ErrorContext context, HttpStatus status) {
        if (status.getCode() >= HttpStatus.INTERNAL_SERVER_ERROR.getCode()) {
            return "the service failed to answer: its log says why";
        }
        return context.getErrors().stream()
                .map(error -> error.getMessage())
                .findFirst()
                .orElseGet(status::getReason);
    }
}
