package dev.orderbackbone.operator.parked;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.order.Contact;
import dev.orderbackbone.contract.order.OrderLine;
import dev.orderbackbone.contract.order.OrderSubmitted;
import dev.orderbackbone.operator.text.JsonText;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MessageJsonTest {
    private static final UUID ID = new UUID(1, 2);

    @Test
    void writesEveryFieldButNoPersonalData() {
        OrderSubmitted submitted = new OrderSubmitted(
                new Meta(ID, "order-1", 0, Instant.EPOCH, ID, "shop"),
                "key-1",
                null,
                new Contact("Ada Lovelace", "ada@example.com"),
                "GB",
                "GBP",
                List.of(new OrderLine(1, "85123A", "HEART", 6, 255, "main")),
                List.of(),
                1_530,
                "tok_ok",
                Instant.EPOCH);

        String json = JsonText.value(generator -> MessageJson.write(generator, submitted));

        assertThat(json)
                .contains("\"orderId\" : \"order-1\"", "\"occurredAt\" : \"1970-01-01T00:00:00Z\"")
                .contains("\"customerId\" : null", "\"charges\" : [ ]", "\"totalMinor\" : 1530", "\"sku\" : \"85123A\"")
                .contains("\"contact\" : \"(not printed)\"")
                .doesNotContain("Ada", "example.com");
    }
}
