package dev.orderbackbone.orderevents.adapter.http;

import static dev.orderbackbone.orderevents.adapter.http.JsonInput.requiredAt;

import dev.orderbackbone.contract.EventIds;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.OrderIds;
import dev.orderbackbone.contract.order.Charge;
import dev.orderbackbone.contract.order.Contact;
import dev.orderbackbone.contract.order.OrderLine;
import dev.orderbackbone.contract.order.OrderSubmitted;
import dev.orderbackbone.orderevents.domain.SubmissionRules;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /v1/orders}. Its fields are those of OrderSubmitted; a line's number is its place. */
final class OrderJson {
    private @Nullable String storeId;
    private @Nullable String customerId;
    private @Nullable Contact contact;
    private @Nullable String country;
    private @Nullable String currency;
    private @Nullable List<OrderLine> lines;
    private List<Charge> charges = List.of();
    private @Nullable Long totalMinor;
    private @Nullable String paymentMethod;
    private @Nullable Instant orderedAt;

    private OrderJson() {}

    /**
     * The event that the body stands for.
     *
     * @throws RefusedRequest if it is none.
     */
    static OrderSubmitted read(byte[] body, String idempotencyKey, Instant now, UUID random) {
        OrderJson json = new OrderJson();
        JsonInput.read(body, json::field);
        return json.event(idempotencyKey, now, random);
    }

    private boolean field(String name, JsonInput in) throws IOException {
        switch (name) {
            case "storeId" -> storeId = in.text();
            case "customerId" -> customerId = in.textOrNull();
            case "contact" -> contact = ContactJson.readOrNull(in);
            case "country" -> country = in.textOrNull();
            case "currency" -> currency = in.text();
            case "lines" -> lines = in.array(SubmissionRules.MOST_LINES, LineJson::read);
            case "charges" -> charges = in.isNull() ? List.of() : charges(in);
            case "totalMinor" -> totalMinor = in.int64();
            case "paymentMethod" -> paymentMethod = in.text();
            case "orderedAt" -> orderedAt = in.instant();
            default -> {
                return false;
            }
        }
        return true;
    }

    private static List<Charge> charges(JsonInput in) throws IOException {
        return in.array(SubmissionRules.MOST_CHARGES, (charge, index) -> ChargeJson.read(charge));
    }

    private OrderSubmitted event(String idempotencyKey, Instant now, UUID random) {
        UUID id = EventIds.root(now, random);
        String store = requiredAt(storeId, "/storeId");
        return new OrderSubmitted(
                new Meta(id, OrderIds.of(store, idempotencyKey), 0, now, id, store),
                idempotencyKey,
                customerId,
                contact,
                country,
                requiredAt(currency, "/currency"),
                requiredAt(lines, "/lines"),
                charges,
                requiredAt(totalMinor, "/totalMinor"),
                requiredAt(paymentMethod, "/paymentMethod"),
                requiredAt(orderedAt, "/orderedAt"));
    }
}
