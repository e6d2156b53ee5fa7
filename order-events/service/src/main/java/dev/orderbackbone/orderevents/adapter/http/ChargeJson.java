package dev.orderbackbone.orderevents.adapter.http;

import static dev.orderbackbone.orderevents.adapter.http.JsonInput.required;

import dev.orderbackbone.contract.order.Charge;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One charge of an order's body. */
final class ChargeJson {
    private @Nullable String code;
    private @Nullable String description;
    private @Nullable Long amountMinor;

    private ChargeJson() {}

    static Charge read(JsonInput in, int index) throws IOException {
        ChargeJson json = new ChargeJson();
        in.object(json::field);
        String pointer = "/charges/" + index;
        return new Charge(
                required(json.code, pointer + "/code"),
                json.description,
                required(json.amountMinor, pointer + "/amountMinor"));
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
