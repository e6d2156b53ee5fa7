package dev.orderbackbone.orderevents.adapter.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.orderevents.flow.IntakeUnavailable;
import dev.orderbackbone.orderevents.flow.OrderReader.OrderView;
import dev.orderbackbone.orderevents.flow.ReadModelUnavailable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.util.List;
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
        return HttpResponse.<byte[]>accepted().body("{}".getBytes(UTF_8)).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    /** The order, unless the client has just this version of it. */
    static MutableHttpResponse<byte[]> found(OrderView order, List<String> ifNoneMatch) {
        EntityTag tag = EntityTag.of(order.sequence());
        MutableHttpResponse<byte[]> response = tag.isAmong(ifNoneMatch)
                ? HttpResponse.notModified()
                : HttpResponse.ok(order.json().getBytes(UTF_8)).contentType(MediaType.APPLICATION_JSON_TYPE);
        return response.header(HttpHeaders.ETAG, tag.text());
    }

    /** The read model knows no such order; it may be on its way there. */
    static MutableHttpResponse<byte[]> notFound() {
        return new Problem(404, "unknown-order", "", "there is no such order, or none yet")
                .response()
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }

    /** Runs a request; what is refused, or cannot be served now, is answered as a problem. */
    static MutableHttpResponse<byte[]> answer(Supplier<MutableHttpResponse<byte[]>> request) {
        try {
            return request.get();
        } catch (RefusedRequest refused) {
            return Problem.of(refused).response();
        } catch (IntakeUnavailable unavailable) {
            return new Problem(503, "log-unavailable", "", "nothing is promised: send it again under the same ids")
                    .response();
        } catch (ReadModelUnavailable unavailable) {
            return new Problem(503, "read-model-unavailable", "", "the read models cannot be asked now").response();
        }
    }
}
