package dev.orderbackbone.benchmarks.rival;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderbackbone.benchmarks.gateway.GatewayStub;
import dev.orderbackbone.benchmarks.rival.RivalOrder.Line;
import dev.orderbackbone.benchmarks.workload.Declines;
import dev.orderbackbone.benchmarks.workload.MixedOrders;
import dev.orderbackbone.benchmarks.workload.Skus;
import dev.orderbackbone.simulators.net.HttpServer;
import dev.orderbackbone.testkit.TestPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The rival is a real one: what it says is sold was in stock, and what it was paid for is sold. */
class OrderDeskTest {
    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    private static final int SCARCE = Skus.AMPLE;

    private final HttpServer gateway = HttpServer.open("gateway stub", 0, new GatewayStub());
    private final HikariDataSource database = new HikariDataSource();
    private final OrderDesk desk = new OrderDesk(database, new RivalPayments(gateway.port()));

    OrderDeskTest() throws Exception {
        database.setJdbcUrl(POSTGRES.jdbcUrl());
        database.setUsername(POSTGRES.username());
        database.setPassword(POSTGRES.password());
        database.setAutoCommit(false);
    }

    @BeforeEach
    void makeTables() throws Exception {
        try (Connection connection = POSTGRES.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists order_view, notification, stock");
        }
        try (Connection connection = database.getConnection()) {
            RivalSchema.make(connection);
        }
    }

    @AfterEach
    void stop() {
        database.close();
        gateway.close();
    }

    @Test
    void confirmsWhatIsInStockAndPaid() throws Exception {
        desk.take(order(approved(), 0, 3));

        assertThat(query("select status || ' ' || payment_ref from order_view"))
                .isEqualTo("CONFIRMED auth-" + approved());
        assertThat(available(0)).isEqualTo(Skus.initialUnits(0) - 3);
        assertThat(query("select count(*) from notification where kind = 'CONFIRMED'"))
                .isEqualTo("1");
    }

    @Test
    void givesTheStockBackWhenThePaymentIsDeclined() throws Exception {
        desk.take(order(declined(), 0, 3));

        assertThat(query("select status || ' ' || reason from order_view")).isEqualTo("CANCELLED PAYMENT_DECLINED");
        assertThat(available(0)).isEqualTo(Skus.initialUnits(0));
        assertThat(query("select count(*) from notification")).isEqualTo("1");
    }

    @Test
    void takesNothingOutOfStockWhenOneLineIsShort() throws Exception {
        desk.take(order(approved(), SCARCE, 1));
        RivalOrder second = new RivalOrder(
                key(approved() + 1_000),
                "c-1",
                "EUR",
                100,
                Instant.EPOCH,
                List.of(new Line(Skus.name(0), 1, 100), new Line(Skus.name(SCARCE), 1, 100)));
        desk.take(second);

        assertThat(query("select reason from order_view where order_id = '" + second.orderId() + "'"))
                .isEqualTo("OUT_OF_STOCK");
        assertThat(available(0)).isEqualTo(Skus.initialUnits(0));
        assertThat(available(SCARCE)).isZero();
    }

    @Test
    void takesAnOrderOnce() throws Exception {
        RivalOrder order = order(approved(), 0, 1);
        desk.take(order);
        desk.take(order);

        assertThat(available(0)).isEqualTo(Skus.initialUnits(0) - 1);
        assertThat(query("select count(*) from notification")).isEqualTo("1");
    }

    @Test
    void bringsToItsEndWhatAnEarlierProcessHasLeft() throws Exception {
        RivalOrder order = order(approved(), 0, 1);
        leavePending(order);

        desk.resume();

        assertThat(query("select status from order_view")).isEqualTo("CONFIRMED");
        assertThat(available(0)).isEqualTo(Skus.initialUnits(0) - 1);
    }

    @Test
    void bringsToItsEndWhatIsSentAgain() throws Exception {
        RivalOrder order = order(approved(), 0, 1);
        leavePending(order);

        desk.take(order);

        assertThat(query("select status from order_view")).isEqualTo("CONFIRMED");
        assertThat(available(0)).isEqualTo(Skus.initialUnits(0) - 1);
    }

    @Test
    void readsAnOrderAsTheDriverWritesIt() {
        String json = "{\"orderId\":\"o-0000000001\",\"customerId\":\"c-1\",\"currency\":\"EUR\",\"totalMinor\":300,"
                + "\"orderedAt\":\"2026-01-02T03:04:05Z\",\"shipTo\":\"somewhere\",\"lines\":"
                + "[{\"sku\":\"sku-00000\",\"quantity\":3,\"unitPriceMinor\":100}]}";

        RivalOrder order = RivalOrderJson.read(json.getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(order)
                .isEqualTo(new RivalOrder(
                        "o-0000000001",
                        "c-1",
                        "EUR",
                        300,
                        Instant.parse("2026-01-02T03:04:05Z"),
                        List.of(new Line("sku-00000", 3, 100))));
        assertThat(RivalOrderJson.lines(RivalOrderJson.write(order.lines()))).isEqualTo(order.lines());
    }

    private void leavePending(RivalOrder order) throws Exception {
        try (Connection connection = database.getConnection()) {
            assertThat(Statements.insert(connection, order, RivalStatus.PENDING, null))
                    .isTrue();
            assertThat(Statements.reserve(connection, order)).isTrue();
            connection.commit();
        }
    }

    private static RivalOrder order(int number, int sku, int quantity) {
        return new RivalOrder(
                key(number),
                "c-1",
                "EUR",
                quantity * 100L,
                Instant.EPOCH,
                List.of(new Line(Skus.name(sku), quantity, 100)));
    }

    private static String key(int number) {
        return new MixedOrders().order(number).key();
    }

    private static int approved() {
        return first(number -> !Declines.isDeclined(number));
    }

    private static int declined() {
        return first(Declines::isDeclined);
    }

    private static int first(IntPredicate wanted) {
        return IntStream.range(0, 1_000).filter(wanted).findFirst().orElseThrow();
    }

    private static long available(int sku) throws Exception {
        return Long.parseLong(query("select available from stock where sku = '" + Skus.name(sku) + "'"));
    }

    private static String query(String sql) throws Exception {
        try (Connection connection = POSTGRES.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
