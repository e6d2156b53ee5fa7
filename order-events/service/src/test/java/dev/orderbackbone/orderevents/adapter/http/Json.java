package dev.orderbackbone.orderevents.adapter.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** An object whose fields hold raw JSON, right or wrong. */
final class Json {
    private final Map<String, String> fields;

    private Json(Map<String, String> fields) {
        this.fields = fields;
    }

    static Json empty() {
        return new Json(new LinkedHashMap<>());
    }

    /** The least that an order must say: one line of six units. */
    static Json order() {
        return empty().with("storeId", "\"shop\"")
                .with("currency", "\"GBP\"")
                .with("orderedAt", "\"2010-12-01T08:26:00Z\"")
                .with("paymentMethod", "\"tok_ok\"")
                .with("lines", "[" + line() + "]")
                .with("totalMinor", "1530");
    }

    /** An order of one line. */
    static Json order(Json line) {
        return order().with("lines", "[" + line + "]");
    }

    /** The least that a line must say. */
    static Json line() {
        return empty().with("sku", "\"85123A\"").with("quantity", "6").with("unitPriceMinor", "255");
    }

    /** A shipment of all of it. */
    static Json shipment() {
        return empty().with("shipmentId", "\"s-1\"").with("lines", "[{\"lineNumber\":1,\"quantity\":6}]");
    }

    /** A return of two of them. */
    static Json returned() {
        return empty().with("returnId", "\"r-1\"").with("lines", "[{\"lineNumber\":1,\"quantity\":2}]");
    }

    static Json receipt() {
        return empty().with("receiptId", "\"in-1\"")
                .with("storeId", "\"shop\"")
                .with("lines", "[{\"sku\":\"85123A\",\"quantity\":5}]");
    }

    static Json adjustment() {
        return empty().with("adjustmentId", "\"adj-1\"")
                .with("storeId", "\"shop\"")
                .with("reason", "\"broken\"")
                .with("lines", "[{\"sku\":\"85123A\",\"delta\":-5}]");
    }

    Json with(String field, String json) {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        changed.put(field, json);
        return new Json(changed);
    }

    Json without(String field) {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        changed.remove(field);
        return new Json(changed);
    }

    @Override
    public String toString() {
        return fields.entrySet().stream()
                .map(field -> '"' + field.getKey() + "\":" + field.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
