package dev.orderbackbone.operator.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.inventory.Shortage;
import dev.orderbackbone.contract.inventory.StockRefused;
import dev.orderbackbone.contract.order.Contact;
import dev.orderbackbone.contract.order.OrderLine;
import dev.orderbackbone.contract.order.OrderShipped;
import dev.orderbackbone.contract.order.OrderSubmitted;
import dev.orderbackbone.contract.order.ShippedLine;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SummariesTest {
    private static final UUID ID = new UUID(1, 2);
    private static final Meta META = new Meta(ID, "order", 1, Instant.EPOCH, ID, "shop");

    @Test
    void saysWhatMattersAndNoPersonalData() {
        OrderSubmitted submitted = new OrderSubmitted(
                META,
                "key-1",
                "17850",
                new Contact("Ada Lovelace", "ada@example.com"),
                "GB",
                "GBP",
                List.of(new OrderLine(1, "85123A", "HEART", 6, 255, "main")),
                List.of(),
                1_530,
                "tok_ok",
                Instant.EPOCH);

        assertThat(new Summaries("GBP").of(submitted))
                .isEqualTo("1 lines, 15.30 GBP, key key-1 of store shop")
                .doesNotContain("Ada", "example.com");
    }

    @Test
    void amountsOfOrderEventsAreInTheOrdersCurrency() {
        OrderShipped shipped =
                new OrderShipped(META, "s-1", List.of(new ShippedLine(1, 6), new ShippedLine(2, 1)), 999, null, null);

        assertThat(new Summaries("JPY").of(shipped)).isEqualTo("s-1: 2 lines, 7 units, 999 JPY");
    }

    @Test
    void ofManyShortagesSomeAreNamed() {
        List<Shortage> shortages = List.of(
                new Shortage("A", 5, 1), new Shortage("B", 5, 0), new Shortage("C", 5, 2), new Shortage("D", 5, 2));

        assertThat(new Summaries("GBP").of(new StockRefused(META, "main", 7, shortages)))
                .isEqualTo("main: short of A (1 of 5), B (0 of 5), C (2 of 5) and more");
    }
}
