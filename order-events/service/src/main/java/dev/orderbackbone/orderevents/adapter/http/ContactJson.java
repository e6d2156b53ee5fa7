package dev.orderbackbone.orderevents.adapter.http;

import dev.orderbackbone.contract.order.Contact;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** How to reach the customer, in an order's body. */
final class ContactJson {
    private @Nullable String name;
    private @Nullable String email;

    private ContactJson() {}

    static @Nullable Contact readOrNull(JsonInput in) throws IOException {
        if (in.isNull()) {
            return null;
        }
        ContactJson json = new ContactJson();
        in.object(json::field);
        return new Contact(json.name, json.email);
    }

    private boolean field(String field, JsonInput in) throws IOException {
        switch (field) {
            case "name" -> name = in.textOrNull();
            case "email" -> email = in.textOrNull();
            default -> {
                return false;
            }
        }
        return true;
    }
}
