package dev.orderbackbone.orderevents.adapter.http;

import static dev.orderbackbone.orderevents.adapter.http.JsonInput.requiredAt;

import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.order.CancellationRequested;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /v1/orders/{id}/cancellation}. */
final class CancellationJson {
    private static final String STOREFRONT = "storefront";

    private @Nullable String reason;
    private String requestedBy = STOREFRONT;

    private CancellationJson() {}

    static CancellationRequested read(byte[] body, Meta meta, String requestId) {
        CancellationJson json = new CancellationJson();
        JsonInput.read(body, json::field);
        return new CancellationRequested(meta, requestId, requiredAt(json.reason, "/reason"), json.requestedBy);
    }

    private boolean field(String field, JsonInput in) throws IOException {
        switch (field) {
            case "reason" -> reason = in.text();
            case "requestedBy" -> requestedBy = in.textOr(STOREFRONT);
            default -> {
                return false;
            }
        }
        return true;
    }
}
