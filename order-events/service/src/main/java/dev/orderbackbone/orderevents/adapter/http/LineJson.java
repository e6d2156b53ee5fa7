package dev.orderbackbone.orderevents.adapter.http;

import dev.orderbackbone.contract.order.OrderLine;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One line of an order's body. */
final class LineJson {
    /** Where a line ships from unless it says otherwise. */
    static final String DEFAULT_LOCATION = "main";

    private @Nullable String sku;
    private @Nullable String description;
    private @Nullable Integer quantity;
    private @Nullable Long unitPriceMinor;
    private String location = DEFAULT_LOCATION;

    private LineJson() {}

    static OrderLine read(JsonInput in, int index) throws IOException {
        LineJson json = new LineJson();
        in.object(json::field);
        return new OrderLine(
                index + 1,
                in.required(json.sku, "sku"),
                json.description,
                in.required(json.quantity, "quantity"),
                in.required(json.unitPriceMinor, "unitPriceMinor"),
                json.location);
    }

    private boolean field(String field, JsonInput in) throws IOException {
        switch (field) {
            case "sku" -> sku = in.text();
            case "description" -> description = in.textOrNull();
            case "quantity" -> quantity = in.int32();
            case "unitPriceMinor" -> unitPriceMinor = in.int64();
            case "location" -> location = in.textOr(DEFAULT_LOCATION);
            default -> {
                return false;
            }
        }
        return true;
    }
}
