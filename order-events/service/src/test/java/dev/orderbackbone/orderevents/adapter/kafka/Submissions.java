package dev.orderbackbone.orderevents.adapter.kafka;

import dev.orderbackbone.contract.EventIds;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.OrderIds;
import dev.orderbackbone.contract.order.OrderLine;
import dev.orderbackbone.contract.order.OrderSubmitted;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Orders to be published. */
final class Submissions {
    private static final Instant AT = Instant.parse("2010-12-01T08:26:00Z");

    private Submissions() {}

    static OrderSubmitted numbered(int number) {
        UUID id = EventIds.root(AT, UUID.randomUUID());
        String key = "key-" + number;
        return new OrderSubmitted(
                new Meta(id, OrderIds.of("shop", key), 0, AT, id, "shop"),
                key,
                null,
                null,
                null,
                "GBP",
                List.of(new OrderLine(1, "85123A", null, number, 255, "main")),
                List.of(),
                255L * number,
                "tok_ok",
                AT);
    }
}
