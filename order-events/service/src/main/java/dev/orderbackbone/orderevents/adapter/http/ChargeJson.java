package dev.orderbackbone.orderevents.adapter.http;

import dev.orderbackbone.contract.order.Charge;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One charge of an order's body. */
final class ChargeJson {
    private @Nullable String code;
    private @Nullable String description;
    private @Nullable Long amountMinor;

    private ChargeJson() {}

    static Charge read(JsonInput in) throws IOException {
        ChargeJson json = new ChargeJson();
        in.object(json::field);
        return new Charge(
                in.required(json.code, "code"), json.description, in.required(json.amountMinor, "amountMinor"));
    }

    private boolean field(String field, JsonInput in) throws IOException {
        switch (field) {
            case "code" -> code = in.text();
            case "description" -> description = in.textOrNull();
            case "amountMinor" -> amountMinor = in.int64();
            default -> {
                return false;
            }
        }
        return true;
    }
}
