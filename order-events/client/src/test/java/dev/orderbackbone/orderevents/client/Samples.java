package dev.orderbackbone.orderevents.client;

import dev.orderbackbone.contract.order.Charge;
import dev.orderbackbone.contract.order.Contact;
import dev.orderbackbone.contract.order.OrderLine;
import java.time.Instant;
import java.util.List;

final class Samples {
    static final NewOrder ORDER = new NewOrder(
            "shop",
            "key-1",
            "17850",
            new Contact("Ada", "ada@example.com"),
            "GB",
            "GBP",
            List.of(
                    new OrderLine(1, "85123A", "WHITE \"HEART\"", 6, 255, "main"),
                    new OrderLine(2, "71053", null, 2, 339, "north")),
            List.of(new Charge("POST", "POSTAGE", 1_800)),
            "tok_ok",
            Instant.parse("2010-12-01T08:26:00Z"));

    private Samples() {}
}
