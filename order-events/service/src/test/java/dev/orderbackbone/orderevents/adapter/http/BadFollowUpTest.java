package dev.orderbackbone.orderevents.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cancellations, shipments and returns that are wrong: the field and the rule are named, and nothing is published. */
class BadFollowUpTest {
    private static final String ORDER = "/v1/orders/0123456789abcdefghjkmnpq";

    @RegisterExtension
    static final IntakeServer SERVER = IntakeServer.standard();

    record Bad(String path, String body, int status, String rule, String field) {}

    @ParameterizedTest
    @MethodSource({"cancellations", "shipments", "returns"})
    void itIsRefused(Bad bad) {
        SERVER.post(ORDER + bad.path(), bad.body(), "Idempotency-Key", "key")
                .isProblem(bad.status(), bad.rule(), bad.field());
        assertThat(SERVER.intake().published()).isEmpty();
    }

    static Stream<Bad> cancellations() {
        Json good = Json.empty().with("reason", "\"too late\"");
        return Stream.of(
                cancellation("", 400, "json", ""),
                cancellation("{}", 400, "required", "/reason"),
                cancellation(good.with("reason", "null"), 400, "type", "/reason"),
                cancellation(good.with("requestId", "\"x\""), 400, "unknown-field", "/requestId"),
                cancellation(good.with("requestedBy", "1"), 400, "type", "/requestedBy"),
                cancellation(good.with("requestedBy", "\" \""), 422, "not-blank", "/requestedBy"),
                cancellation(good.with("reason", "\"a\\u0000\""), 422, "printable", "/reason"),
                cancellation(good.with("reason", "\"" + "x".repeat(501) + "\""), 422, "max-length", "/reason"));
    }

    static Stream<Bad> shipments() {
        Json good = Json.shipment();
        return Stream.of(
                shipment("", 400, "json", ""),
                shipment("[]", 400, "type", ""),
                shipment(good.without("shipmentId"), 400, "required", "/shipmentId"),
                shipment(good.without("lines"), 400, "required", "/lines"),
                shipment(good.with("lines", "[{\"lineNumber\":1}]"), 400, "required", "/lines/0/quantity"),
                shipment(good.with("lines", "[{\"quantity\":1}]"), 400, "required", "/lines/0/lineNumber"),
                shipment(good.with("lines", lines("1", "0")), 422, "quantity-range", "/lines/0/quantity"),
                shipment(good.with("lines", lines("1", "2147483648")), 422, "integer-range", "/lines/0/quantity"),
                shipment(good.with("lines", lines("1", "1.5")), 400, "type", "/lines/0/quantity"),
                shipment(good.with("lines", "[]"), 422, "lines-not-empty", "/lines"),
                shipment(
                        good.with("lines", "[{\"lineNumber\":1,\"quantity\":1,\"restock\":5}]"),
                        400,
                        "unknown-field",
                        "/lines/0/restock"),
                shipment(good.with("shipmentId", "\"a\\nb\""), 422, "printable", "/shipmentId"),
                shipment(good.with("carrier", "\"\\ud800\""), 422, "printable", "/carrier"),
                shipment(good.with("trackingCode", "7"), 400, "type", "/trackingCode"),
                shipment(good.with("orderId", "\"x\""), 400, "unknown-field", "/orderId"));
    }

    static Stream<Bad> returns() {
        Json good = Json.returned();
        return Stream.of(
                returned("", 400, "json", ""),
                returned(good.without("returnId"), 400, "required", "/returnId"),
                returned(good.with("returnId", "\"\""), 422, "not-blank", "/returnId"),
                returned(good.with("lines", lines("1", "-2")), 422, "quantity-range", "/lines/0/quantity"),
                returned(good.with("lines", lines("4294967297", "1")), 422, "integer-range", "/lines/0/lineNumber"),
                returned(
                        good.with("lines", "[{\"lineNumber\":1,\"quantity\":1,\"restock\":\"yes\"}]"),
                        400,
                        "type",
                        "/lines/0/restock"),
                returned(good.with("lines", "[]"), 422, "lines-not-empty", "/lines"),
                returned(good.with("amountMinor", "5"), 400, "unknown-field", "/amountMinor"));
    }

    private static Bad cancellation(Object body, int status, String rule, String field) {
        return new Bad("/cancellation", body.toString(), status, rule, field);
    }

    private static Bad shipment(Object body, int status, String rule, String field) {
        return new Bad("/shipments", body.toString(), status, rule, field);
    }

    private static Bad returned(Object body, int status, String rule, String field) {
        return new Bad("/returns", body.toString(), status, rule, field);
    }

    private static String lines(String lineNumber, String quantity) {
        return "[{\"lineNumber\":" + lineNumber + ",\"quantity\":" + quantity + "}]";
    }
}
