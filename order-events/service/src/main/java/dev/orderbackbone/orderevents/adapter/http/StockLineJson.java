package dev.orderbackbone.orderevents.adapter.http;

import static dev.orderbackbone.orderevents.adapter.http.JsonInput.required;

import java.io.IOException;

/**
 * Units of one SKU, in the body of a receipt or an adjustment.
 *
 * @param units received, or to add or take away.
 */
record StockLineJson(String sku, int units) {

    static StockLineJson read(JsonInput in, int index, String quantityField) throws IOException {
        String[] sku = new String[1];
        Integer[] units = new Integer[1];
        in.object((name, value) -> {
            if (name.equals("sku")) {
                sku[0] = value.text();
                return true;
            }
            if (name.equals(quantityField)) {
                units[0] = value.int32();
                return true;
            }
            return false;
        });
        String pointer = "/lines/" + index + "/";
        return new StockLineJson(required(sku[0], pointer + "sku"), required(units[0], pointer + quantityField));
    }
}
