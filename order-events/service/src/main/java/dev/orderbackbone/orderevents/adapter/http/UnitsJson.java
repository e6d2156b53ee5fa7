package dev.orderbackbone.orderevents.adapter.http;

import static dev.orderbackbone.orderevents.adapter.http.JsonInput.required;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Units of an order line, in the body of a shipment or a return. */
final class UnitsJson {
    private final boolean mayRestock;
    private @Nullable Integer lineNumber;
    private @Nullable Integer quantity;
    private boolean restock = true;

    private UnitsJson(boolean mayRestock) {
        this.mayRestock = mayRestock;
    }

    /** Reads one; {@code mayRestock} is whether it may say if the units go back on the shelf. */
    static UnitsJson read(JsonInput in, int index, boolean mayRestock) throws IOException {
        UnitsJson json = new UnitsJson(mayRestock);
        in.object(json::field);
        required(json.lineNumber, "/lines/" + index + "/lineNumber");
        required(json.quantity, "/lines/" + index + "/quantity");
        return json;
    }

    int lineNumber() {
        return required(lineNumber, "/lines");
    }

    int quantity() {
        return required(quantity, "/lines");
    }

    boolean restock() {
        return restock;
    }

    private boolean field(String field, JsonInput in) throws IOException {
        switch (field) {
            case "lineNumber" -> lineNumber = in.int32();
            case "quantity" -> quantity = in.int32();
            case "restock" -> {
                restock = in.truth();
                return mayRestock;
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
