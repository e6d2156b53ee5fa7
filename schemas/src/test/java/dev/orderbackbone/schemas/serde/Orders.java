package dev.orderbackbone.schemas.serde;

import dev.orderbackbone.contract.EventIds;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.OrderIds;
import dev.orderbackbone.contract.order.Charge;
import dev.orderbackbone.contract.order.Contact;
import dev.orderbackbone.contract.order.OrderLine;
import dev.orderbackbone.contract.order.OrderPlaced;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Orders like real ones, for tests. */
final class Orders {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.089Z");

    private Orders() {}

    static OrderPlaced withLines(int count) {
        List<OrderLine> lines =
                IntStream.rangeClosed(1, count).mapToObj(Orders::line).toList();
        return new OrderPlaced(
                meta(),
                "checkout-4711",
                0x1234_5678_9abc_def0L,
                "17850",
                new Contact("Ada Lovelace", "ada@example.com"),
                "GB",
                "GBP",
                lines,
                List.of(new Charge("POST", null, 495)),
                count * 1_530L + 495,
                NOW,
                NOW.plusSeconds(900));
    }

    static Meta meta() {
        UUID cause = new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0001L);
        return new Meta(EventIds.derive(cause, 0, NOW), OrderIds.of("uk", "checkout-4711"), 1, NOW, cause, "uk");
    }

    private static OrderLine line(int number) {
        return new OrderLine(number, "85123A-" + number, "WHITE HANGING HEART T-LIGHT HOLDER", 6, 255, "main");
    }
}
