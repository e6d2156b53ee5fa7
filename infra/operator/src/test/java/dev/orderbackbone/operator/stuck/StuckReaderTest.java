package dev.orderbackbone.operator.stuck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.order.OrderStatus;
import dev.orderbackbone.contract.payment.AuthorizePayment;
import dev.orderbackbone.operator.Endpoints;
import dev.orderbackbone.operator.verify.history.InstalledHistory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** In the history, orders wait for the warehouse since long ago; to them comes one that waits for its payment. */
class StuckReaderTest {
    @RegisterExtension
    static final InstalledHistory INSTALLED = new InstalledHistory();

    private static final String ORDER = "waits-for-its-payment";

    private final Instant now = Instant.now();

    @Test
    void tellsWhoOwesWhat() throws Exception {
        place(ORDER, now.minus(Duration.ofHours(1)));
        UUID id = UUID.randomUUID();
        INSTALLED.kafka().send(new AuthorizePayment(new Meta(id, ORDER, 0, now, id, "shop-1"), 100, "GBP", "token"));

        StuckReport report = read(Budgets.USUAL, 50);

        assertThat(report.text())
                .containsPattern("CONFIRMED +2026-03-01 .* ShipmentDispatched of \\d+ units +the warehouse")
                .containsPattern(
                        ORDER + " +PENDING .* PaymentAuthorized or PaymentDeclined +payment-processor \\(asked");
        assertThat(report.json()).contains("\"owedBy\" : \"payment-processor\"", "\"total\" : " + report.total());
        assertThat(read(Budgets.USUAL, 1).text()).contains("and " + (report.total() - 1) + " more");
        assertThat(read(Budgets.USUAL.with(Map.of(OrderStatus.PENDING, Duration.ofHours(2))), 50)
                        .text())
                .doesNotContain(ORDER);
        assertThat(read(new Budgets(Map.of(OrderStatus.HELD, Duration.ZERO)), 50)
                        .text())
                .startsWith("no order is longer in its state than its budget");
    }

    private StuckReport read(Budgets budgets, int limit) throws InterruptedException {
        return StuckReader.read(INSTALLED.endpoints(), INSTALLED::registry, budgets, now, limit);
    }

    private static void place(String orderId, Instant at) throws Exception {
        Endpoints endpoints = INSTALLED.endpoints();
        try (Connection connection = DriverManager.getConnection(
                        endpoints.jdbcUrl(), endpoints.databaseUser(), endpoints.databasePassword());
                Statement statement = connection.createStatement()) {
            statement.execute("insert into mart.orders (order_id, status, placed_at, ordered_units, shipped_units)"
                    + " values ('" + orderId + "', 'PENDING', '" + at + "', 1, 0)");
            statement.execute("insert into mart.order_events (order_id, sequence, type, occurred_at)" + " values ('"
                    + orderId + "', 1, 'OrderPlaced', '" + at + "')");
        }
    }
}
