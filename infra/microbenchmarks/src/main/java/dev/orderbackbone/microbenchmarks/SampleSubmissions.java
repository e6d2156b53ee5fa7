package dev.orderbackbone.microbenchmarks;

import dev.orderbackbone.contract.EventIds;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.OrderIds;
import dev.orderbackbone.contract.order.Contact;
import dev.orderbackbone.contract.order.OrderLine;
import dev.orderbackbone.contract.order.OrderSubmitted;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Submissions of three lines with descriptions, all shipped from one location, of a customer with an address. */
final class SampleSubmissions {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final String STORE = "online-retail";
    private static final String LOCATION = "main";
    private static final List<OrderLine> LINES = List.of(
            line(1, "85123A", "WHITE HANGING HEART T-LIGHT HOLDER", 6, 255),
            line(2, "71053", "WHITE METAL LANTERN", 6, 339),
            line(3, "84406B", "CREAM CUPID HEARTS COAT HANGER", 8, 275));
    private static final long TOTAL_MINOR = LINES.stream()
            .mapToLong(line -> line.quantity() * line.unitPriceMinor())
            .sum();

    private SampleSubmissions() {}

    /** Another order for each number, otherwise the same. */
    static OrderSubmitted of(long number) {
        String key = "invoice-" + number;
        UUID id = EventIds.root(NOON, new UUID(number << 52, number));
        return new OrderSubmitted(
                new Meta(id, OrderIds.of(STORE, key), 0, NOON, id, STORE),
                key,
                "17850",
                new Contact("A. Customer", "17850@example.org"),
                "GB",
                "GBP",
                LINES,
                List.of(),
                TOTAL_MINOR,
                "tok_visa",
                NOON.minusSeconds(1));
    }

    private static OrderLine line(int number, String sku, String description, int quantity, long unitPriceMinor) {
        return new OrderLine(number, sku, description, quantity, unitPriceMinor, LOCATION);
    }
}
