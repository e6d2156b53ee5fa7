package dev.orderbackbone.orderevents.adapter.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Units of one SKU, in the body of a receipt or an adjustment.
 *
 * @param units received, or to add or take away.
 */
record StockLineJson(String sku, int units) {

    /** Reads one; {@code unitsField} is what its units are called. */
    static StockLineJson read(JsonInput in, String unitsField) throws IOException {
        Fields fields = new Fields(unitsField);
        in.object(fields::field);
        return new StockLineJson(in.required(fields.sku, "sku"), in.required(fields.units, unitsField));
    }

    private static final class Fields {
        private final String unitsField;
        private @Nullable String sku;
        private @Nullable Integer units;

        private Fields(String unitsField) {
            this.unitsField = unitsField;
        }

        private boolean field(String field, JsonInput in) throws IOException {
            if (field.equals("sku")) {
                sku = in.text();
                return true;
            }
            if (field.equals(unitsField)) {
                units = in.int32();
                return true;
            }
            return false;
        }
    }
}
