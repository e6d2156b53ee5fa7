package dev.orderbackbone.orderevents.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderbackbone.contract.inventory.StockDelta;
import dev.orderbackbone.contract.inventory.StockLine;
import dev.orderbackbone.contract.order.ReturnedLine;
import dev.orderbackbone.contract.order.ShippedLine;
import dev.orderbackbone.orderevents.client.Answer.Accepted;
import dev.orderbackbone.orderevents.client.Answer.Refused;
import dev.orderbackbone.orderevents.client.ScriptedServer.Received;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrdersHttpClientTest {
    private static final String ACCEPTED = "{\"orderId\":\"0123456789abcdefghjkmnpq\"}";
    private static final String PROBLEM =
            "{\"type\":\"urn:x\",\"title\":\"Unprocessable\",\"status\":422,\"detail\":\"lines and charges come to 4008\",\"rule\":\"total-equals-sum\",\"field\":\"/totalMinor\",\"more\":[{\"rule\":\"inner\"}]}";

    private ScriptedServer server;
    private OrdersHttpClient client;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer();
        client = new OrdersHttpClient(OrdersHttpSettings.of(server.address())
                .withAttempts(3)
                .withPauses(Duration.ofMillis(1), Duration.ofMillis(5)));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void submitsAnOrderUnderItsKey() throws Exception {
        server.reply(202, ACCEPTED);

        assertThat(client.submit(Samples.ORDER)).isEqualTo(new Accepted("0123456789abcdefghjkmnpq"));

        Received request = server.received().getFirst();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/v1/orders");
        assertThat(request.idempotencyKey()).isEqualTo("key-1");
        assertThat(request.body())
                .isEqualTo("{\"storeId\":\"shop\",\"customerId\":\"17850\","
                        + "\"contact\":{\"name\":\"Ada\",\"email\":\"ada@example.com\"},\"country\":\"GB\","
                        + "\"currency\":\"GBP\",\"orderedAt\":\"2010-12-01T08:26:00Z\",\"paymentMethod\":\"tok_ok\","
                        + "\"lines\":[{\"sku\":\"85123A\",\"description\":\"WHITE \\\"HEART\\\"\",\"quantity\":6,"
                        + "\"unitPriceMinor\":255,\"location\":\"main\"},"
                        + "{\"sku\":\"71053\",\"quantity\":2,\"unitPriceMinor\":339,\"location\":\"north\"}],"
                        + "\"charges\":[{\"code\":\"POST\",\"description\":\"POSTAGE\",\"amountMinor\":1800}],"
                        + "\"totalMinor\":4008}");
    }

    @Test
    void tellsWhatIsWrongAndDoesNotTryAgain() throws Exception {
        server.reply(422, PROBLEM, "Content-Type: application/problem+json");

        assertThat(client.submit(Samples.ORDER))
                .isEqualTo(new Refused(422, "total-equals-sum", "/totalMinor", "lines and charges come to 4008"));
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void tellsWhatAProxyOnTheWaySays() throws Exception {
        server.reply(413, "<html>too large</html>");

        assertThat(client.submit(Samples.ORDER)).isEqualTo(new Refused(413, "", "", "<html>too large</html>"));
    }

    @Test
    void comesBackUnderTheSameKeyWhenTheLogIsAway() throws Exception {
        server.reply(503, "", "Retry-After: 1").hangUp().reply(202, ACCEPTED);

        assertThat(client.submit(Samples.ORDER)).isInstanceOf(Accepted.class);

        assertThat(server.received()).hasSize(3);
        assertThat(server.received()).extracting(Received::idempotencyKey).containsOnly("key-1");
        assertThat(server.received())
                .extracting(Received::body)
                .containsOnly(server.received().getFirst().body());
    }

    @Test
    void givesUpAfterTheLastAttemptAndSaysWhatWasWrong() {
        server.reply(503, "{\"rule\":\"log-unavailable\",\"detail\":\"nothing is promised\"}");

        assertThatThrownBy(() -> client.submit(Samples.ORDER))
                .isInstanceOf(OrdersUnavailableException.class)
                .hasMessageContaining("failed 3 times")
                .hasMessageContaining("log-unavailable");
        assertThat(server.received()).hasSize(3);
    }

    @Test
    void givesUpWhereNobodyListens() {
        URI nobody = server.address();
        server.close();
        try (OrdersHttpClient lonely = new OrdersHttpClient(
                OrdersHttpSettings.of(nobody).withAttempts(2).withPauses(Duration.ofMillis(1), Duration.ofMillis(2)))) {
            assertThatThrownBy(() -> lonely.submit(Samples.ORDER))
                    .isInstanceOf(OrdersUnavailableException.class)
                    .hasMessageContaining("failed 2 times");
        }
    }

    @Test
    void asksForACancellationUnderTheIdOfTheWish() throws Exception {
        server.reply(202, ACCEPTED);

        client.cancel("order-1", new Cancellation("wish-1", "changed my mind", "customer"));

        assertThat(server.received())
                .containsExactly(new Received(
                        "POST",
                        "/v1/orders/order-1/cancellation",
                        "wish-1",
                        "{\"reason\":\"changed my mind\",\"requestedBy\":\"customer\"}"));
    }

    @Test
    void saysWhatLeftAndWhatCameBack() throws Exception {
        server.reply(202, ACCEPTED);

        client.ship("order-1", new Shipment("s-1", List.of(new ShippedLine(1, 6)), "post", null));
        client.takeBack("order-1", new Return("r-1", List.of(new ReturnedLine(1, 2, false)), null));

        assertThat(server.received())
                .containsExactly(
                        new Received(
                                "POST",
                                "/v1/orders/order-1/shipments",
                                null,
                                "{\"shipmentId\":\"s-1\",\"carrier\":\"post\",\"lines\":[{\"lineNumber\":1,\"quantity\":6}]}"),
                        new Received(
                                "POST",
                                "/v1/orders/order-1/returns",
                                null,
                                "{\"returnId\":\"r-1\",\"lines\":[{\"lineNumber\":1,\"quantity\":2,\"restock\":false}]}"));
    }

    @Test
    void tellsOfStock() throws Exception {
        server.reply(202, "{}");

        assertThat(client.receive(new StockReceipt("in-1", "shop", "main", List.of(new StockLine("85123A", 5)))))
                .isEqualTo(new Accepted(""));
        client.adjust(new StockAdjustment("adj-1", "shop", "main", "damages", List.of(new StockDelta("85123A", -2))));

        assertThat(server.received())
                .containsExactly(
                        new Received(
                                "POST",
                                "/v1/stock/receipts",
                                null,
                                "{\"receiptId\":\"in-1\",\"storeId\":\"shop\",\"location\":\"main\",\"lines\":[{\"sku\":\"85123A\",\"quantity\":5}]}"),
                        new Received(
                                "POST",
                                "/v1/stock/adjustments",
                                null,
                                "{\"adjustmentId\":\"adj-1\",\"storeId\":\"shop\",\"location\":\"main\",\"reason\":\"damages\",\"lines\":[{\"sku\":\"85123A\",\"delta\":-2}]}"));
    }

    @Test
    void findsAnOrder() throws Exception {
        String json = "{\"orderId\":\"o\",\"lines\":[{\"status\":\"inner\"}],\"status\":\"COMPLETED\",\"sequence\":4}";
        server.reply(200, json);

        assertThat(client.find("o")).contains(new FoundOrder("o", "COMPLETED", 4, json));
    }

    @Test
    void findsNothingWhereNothingIs() throws Exception {
        server.reply(404, "{\"rule\":\"unknown-order\"}");

        assertThat(client.find("no/such order")).isEmpty();
        assertThat(server.received().getFirst().path()).isEqualTo("/v1/orders/no%2Fsuch%20order");
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        OrdersHttpSettings good = OrdersHttpSettings.of(server.address());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> good.withAttempts(0))
                .withMessageContaining("attempts");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> good.withPauses(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .withMessageContaining("longestPause");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OrdersHttpSettings.of(URI.create("file:///tmp")))
                .withMessageContaining("http");
    }
}
