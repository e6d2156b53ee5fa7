package dev.orderbackbone.orderevents.adapter.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Units of an order line, in the body of a shipment or a return.
 *
 * @param restock whether they go back on the shelf.
 */
record UnitsJson(int lineNumber, int quantity, boolean restock) {

    /** Reads one; {@code mayRestock} is whether it may say if the units go back on the shelf: they do unless it says no. */
    static UnitsJson read(JsonInput in, boolean mayRestock) throws IOException {
        Fields fields = new Fields(mayRestock);
        in.object(fields::field);
        return new UnitsJson(
                in.required(fields.lineNumber, "lineNumber"), in.required(fields.quantity, "quantity"), fields.restock);
    }

    private static final class Fields {
        private final boolean mayRestock;
        private @Nullable Integer lineNumber;
        private @Nullable Integer quantity;
        private boolean restock = true;

        private Fields(boolean mayRestock) {
            this.mayRestock = mayRestock;
        }

        private boolean field(String field, JsonInput in) throws IOException {
            switch (field) {
                case "lineNumber" -> lineNumber = in.int32();
                case "quantity" -> quantity = in.int32();
                case "restock" -> {
                    if (!mayRestock) {
                        return false;
                    }
                    restock = in.isNull() || in.truth();
                }
                default -> {
                    return false;
                }
            }
            return true;
        }
    }
}
