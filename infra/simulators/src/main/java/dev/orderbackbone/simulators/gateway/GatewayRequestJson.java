package dev.orderbackbone.simulators.gateway;

import dev.orderbackbone.simulators.gateway.GatewayEntry.Operation;
import dev.orderbackbone.simulators.json.Json;
import dev.orderbackbone.simulators.json.JsonObject;
import dev.orderbackbone.simulators.json.JsonProblem;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Understands the bodies of requests, or says which field breaks which rule. */
final class GatewayRequestJson {

    private static final Set<String> AUTHORIZE_FIELDS = Set.of("reference", "amountMinor", "currency", "paymentMethod");
    private static final Set<String> AMOUNT_FIELDS = Set.of("reference", "amountMinor", "currency");
    private static final Set<String> VOID_FIELDS = Set.of("reference", "currency");
    private static final int MAX_TEXT_CHARS = 255;

    private GatewayRequestJson() {}

    static GatewayRequest.Authorize authorize(String key, byte[] body) {
        JsonObject json = Json.read(body);
        json.allow(AUTHORIZE_FIELDS);
        return new GatewayRequest.Authorize(
                key,
                printable("reference", json.text("reference")),
                amount(json),
                currency(json.text("currency")),
                printable("paymentMethod", json.text("paymentMethod")));
    }

    static GatewayRequest.OnAuthorization onAuthorization(
            Operation operation, String key, String authorizationId, byte[] body) {
        JsonObject json = Json.read(body.length == 0 && operation == Operation.VOID ? new byte[] {'{', '}'} : body);
        json.allow(operation == Operation.VOID ? VOID_FIELDS : AMOUNT_FIELDS);
        String reference = json.has("reference") ? printable("reference", json.text("reference")) : null;
        String currency = json.has("currency") ? currency(json.text("currency")) : null;
        return switch (operation) {
            case AUTHORIZE -> throw new IllegalArgumentException("an authorisation belongs to no other");
            case CAPTURE -> new GatewayRequest.Capture(key, authorizationId, amount(json), currency, reference);
            case VOID -> new GatewayRequest.VoidRest(key, authorizationId, currency, reference);
            case REFUND -> new GatewayRequest.Refund(key, authorizationId, amount(json), currency, reference);
        };
    }

    /** The key of a request: 1 to 255 visible ASCII characters. */
    static String key(@Nullable String header) {
        if (header == null || header.isEmpty()) {
            throw new JsonProblem("Idempotency-Key", "is required");
        }
        return text("Idempotency-Key", header, c -> c > ' ' && c < 0x7f, "must be visible ASCII");
    }

    private static long amount(JsonObject json) {
        long amountMinor = json.whole("amountMinor");
        if (amountMinor < 1 || amountMinor > GatewayRequest.MAX_AMOUNT_MINOR) {
            throw new JsonProblem("amountMinor", "must be from 1 to " + GatewayRequest.MAX_AMOUNT_MINOR);
        }
        return amountMinor;
    }

    private static String currency(String code) {
        if (code.length() != 3 || !code.chars().allMatch(c -> c >= 'A' && c <= 'Z')) {
            throw new JsonProblem("currency", "must be an ISO 4217 code: three capital letters");
        }
        // the same few codes come millions of times and are kept
        return code.intern();
    }

    private static String printable(String field, String value) {
        return text(field, value, c -> !Character.isISOControl(c), "must not contain control characters");
    }

    private static String text(String field, String value, IntPredicate allowed, String rule) {
        if (value.isEmpty() || value.length() > MAX_TEXT_CHARS) {
            throw new JsonProblem(field, "must have 1 to " + MAX_TEXT_CHARS + " characters");
        }
        if (!value.chars().allMatch(allowed)) {
            throw new JsonProblem(field, rule);
        }
        return value;
    }
}
