package dev.orderbackbone.orderevents.adapter.http;

import dev.orderbackbone.contract.EventIds;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.OrderIds;
import dev.orderbackbone.contract.order.IntakeEvent;
import dev.orderbackbone.orderevents.domain.BrokenRule;
import dev.orderbackbone.orderevents.domain.IntakeRules;
import dev.orderbackbone.orderevents.domain.SubmissionRules;
import io.micronaut.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the parts of a request have in common: the key, the order id in the path, and the rules. */
final class Requests {
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final String META = "/meta";

    private Requests() {}

    /** The body as it came, or the refusal of a request without one. */
    static byte[] body(HttpRequest<byte[]> request) {
        return request.getBody()
                .filter(body -> body.length > 0)
                .orElseThrow(() -> RefusedRequest.malformed("json", "", "there is no body"));
    }

    /** The idempotency key, or the refusal of a request without one. */
    static String idempotencyKey(HttpRequest<?> request) {
        List<String> keys = request.getHeaders().getAll(IDEMPOTENCY_KEY);
        if (keys.isEmpty() || keys.getFirst().isBlank()) {
            throw RefusedRequest.malformed("required", IDEMPOTENCY_KEY, "the header is missing");
        }
        String key = keys.getFirst();
        if (keys.size() > 1
                || key.length() > SubmissionRules.LONGEST_KEY
                || !key.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw RefusedRequest.malformed(
                    "idempotency-key",
                    IDEMPOTENCY_KEY,
                    "must be one header of 1 to " + SubmissionRules.LONGEST_KEY
                            + " printable ASCII characters without spaces");
        }
        return key;
    }

    /** The order id of a path, or the refusal of what no order is called. */
    static String orderId(String inPath) {
        if (inPath.length() != OrderIds.LENGTH || !inPath.chars().allMatch(Requests::isLowerCaseOrDigit)) {
            throw new RefusedRequest(404, "unknown-order", "", "no order can have this id");
        }
        return inPath;
    }

    /** The meta of an event about an existing order; its store is not known here. */
    static Meta metaOf(String orderId, Instant now) {
        UUID id = EventIds.root(now, UUID.randomUUID());
        return new Meta(id, orderId(orderId), 0, now, id, "");
    }

    /** Refuses an event that breaks a rule. */
    static void check(IntakeEvent event) {
        check(IntakeRules.firstBroken(event));
    }

    /** Refuses what breaks a rule; the field is named as the request has it. */
    static void check(@Nullable BrokenRule broken) {
        if (broken != null) {
            throw RefusedRequest.broken(broken.rule(), fieldInRequest(broken.field()), broken.message());
        }
    }

    private static String fieldInRequest(String field) {
        return switch (field) {
            case "/idempotencyKey", "/requestId" -> IDEMPOTENCY_KEY;
            default -> field.startsWith(META + "/") ? field.substring(META.length()) : field;
        };
    }

    private static boolean isLowerCaseOrDigit(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
    }
}
