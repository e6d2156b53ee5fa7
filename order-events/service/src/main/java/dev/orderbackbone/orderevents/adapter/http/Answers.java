package dev.orderbackbone.orderevents.adapter.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.orderevents.flow.IntakeUnavailable;
import dev.orderbackbone.orderevents.flow.ReadModelUnavailable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** How requests are answered. */
final class Answers {
    private static final String RETRY_AFTER_SECONDS = "1";

    private Answers() {}

    /** The log has what concerns the order; its outcome will stand at the location. */
    static MutableHttpResponse<byte[]> accepted(String orderId) {
        // An order id needs no escaping: it is made of letters and digits.
        return HttpResponse.<byte[]>accepted()
                .body(("{\"orderId\":\"" + orderId + "\"}").getBytes(UTF_8))
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.LOCATION, "/v1/orders/" + orderId)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }

    /** The log has it. */
    static MutableHttpResponse<byte[]> accepted() {
        return HttpResponse.<byte[]>accepted()
                .body("{}".getBytes(UTF_8))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    /** Runs a request; what is refused, or cannot be served now, is answered as a problem. */
    static MutableHttpResponse<byte[]> answer(Supplier<MutableHttpResponse<byte[]>> request) {
        try {
            return request.get();
        } catch (CompletionException wrapped) {
            return answerTo(wrapped.getCause() instanceof RuntimeException cause ? cause : wrapped);
        } catch (RuntimeException failure) {
            return answerTo(failure);
        }
    }

    private static MutableHttpResponse<byte[]> answerTo(RuntimeException failure) {
        return switch (failure) {
            case RefusedRequest refused -> Problem.of(refused).response();
            case IntakeUnavailable unavailable ->
                new Problem(503, "log-unavailable", "", "nothing is promised: send it again with the same key").response();
            case ReadModelUnavailable unavailable ->
                new Problem(503, "read-model-unavailable", "", "the read models cannot be asked now").response();
            default -> throw failure;
        };
    }
}
