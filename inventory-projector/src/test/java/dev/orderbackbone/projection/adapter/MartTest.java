package dev.orderbackbone.projection.adapter;

import static dev.orderbackbone.projection.domain.Story.at;
import static dev.orderbackbone.projection.domain.Story.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderbackbone.contract.inventory.ReservationConsumed;
import dev.orderbackbone.contract.inventory.Shortage;
import dev.orderbackbone.contract.inventory.StockAdjusted;
import dev.orderbackbone.contract.inventory.StockLevel;
import dev.orderbackbone.contract.inventory.StockLine;
import dev.orderbackbone.contract.inventory.StockReceived;
import dev.orderbackbone.contract.inventory.StockRefused;
import dev.orderbackbone.contract.inventory.StockReserved;
import dev.orderbackbone.contract.order.IntakeRefused;
import dev.orderbackbone.contract.order.ReturnedLine;
import dev.orderbackbone.contract.order.ShippedLine;
import dev.orderbackbone.contract.payment.GatewayOperation;
import dev.orderbackbone.contract.payment.GatewayOutcome;
import dev.orderbackbone.contract.payment.PaymentAuthorized;
import dev.orderbackbone.contract.payment.PaymentCaptured;
import dev.orderbackbone.contract.payment.PaymentDeclined;
import dev.orderbackbone.contract.payment.PaymentEvent;
import dev.orderbackbone.contract.payment.PaymentOutcomeResolved;
import dev.orderbackbone.contract.payment.PaymentOutcomeUnknown;
import dev.orderbackbone.contract.payment.PaymentRefunded;
import dev.orderbackbone.contract.payment.PaymentVoided;
import dev.orderbackbone.projection.domain.Incoming;
import dev.orderbackbone.projection.domain.Story;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people see when they query the mart. */
class MartTest {
    private static final String ORDERS = "orders.events.v1";
    private static final String PAYMENTS = "payments.events.v1";
    private static final String INVENTORY = "inventory.events.v1";
    private static final String STOCK = "stock.events.v1";

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @BeforeEach
    void start() {
        DATABASE.project(1);
        DATABASE.empty();
    }

    @Test
    void showsAnOrderWithAllThatHasBecomeOfIt() {
        Story story = new Story("a");
        DATABASE.project(
                1,
                at(ORDERS, 0, 10, story.placed()),
                at(ORDERS, 0, 11, story.confirmed(3_050)),
                at(ORDERS, 0, 13, story.shipped("s1", 1_065, new ShippedLine(1, 3))),
                at(ORDERS, 0, 15, story.returned("t1", 255, new ReturnedLine(1, 1, true))));

        assertThat(DATABASE.query("select * from mart.orders"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("order_id", "a")
                        .containsEntry("status", "PROCESSING")
                        .containsEntry("fulfilment_status", "PARTLY_RETURNED")
                        .containsEntry("sequence", "4")
                        .containsEntry("currency_code", "GBP")
                        .containsEntry("total_minor", "3050")
                        .containsEntry("total", "30.50")
                        .containsEntry("goods", "27.50")
                        .containsEntry("charges", "3.00")
                        .containsEntry("authorized", "30.50")
                        .containsEntry("shipped", "10.65")
                        .containsEntry("returned", "2.55")
                        .containsEntry("ordered_units", "12")
                        .containsEntry("shipped_units", "3")
                        .containsEntry("returned_units", "1")
                        .containsEntry("content_hash", Integer.toString("a".hashCode()))
                        .containsEntry("source_offset", "15"));
        assertThat(DATABASE.query("select * from mart.order_lines order by line_number"))
                .extracting(row -> row.get("sku") + " " + row.get("quantity") + " " + row.get("shipped_quantity") + " "
                        + row.get("returned_quantity") + " " + row.get("unit_price") + " " + row.get("amount"))
                .containsExactly("mug 10 3 1 2.55 25.50", "cup 2 0 0 1.00 2.00");
        assertThat(DATABASE.query(
                        "select type, details ->> 'refundMinor' as refund from mart.order_events order by sequence"))
                .containsExactly(
                        Map.of("type", "OrderPlaced", "refund", "null"),
                        Map.of("type", "OrderConfirmed", "refund", "null"),
                        Map.of("type", "OrderShipped", "refund", "null"),
                        Map.of("type", "OrderReturned", "refund", "255"));
    }

    @Test
    void scalesMoneyByTheCurrencysOwnExponent() {
        for (String currency : List.of("JPY", "KWD", "GBP", "ZZZ")) {
            Story story = new Story(currency);
            DATABASE.project(
                    1,
                    at(
                            ORDERS,
                            0,
                            currency.hashCode(),
                            story.placed(currency, List.of(line(1, "mug", 1, 1_234)), List.of())));
        }

        assertThat(DATABASE.query("select currency_code, total from mart.orders"))
                .extracting(row -> row.get("currency_code") + " " + row.get("total"))
                .containsExactlyInAnyOrder("JPY 1234", "KWD 1.234", "GBP 12.34", "ZZZ null");
    }

    @Test
    void addsUpSalesByDayAndCurrency() {
        for (int order = 0; order < 3; order++) {
            Story story = new Story("order-" + order);
            DATABASE.project(
                    1,
                    at(ORDERS, 0, 10L + 4L * order, story.placed()),
                    at(ORDERS, 0, 11L + 4L * order, story.confirmed(3_050)),
                    at(ORDERS, 0, 12L + 4L * order, story.shipped("s1", 1_065, new ShippedLine(1, 3))));
        }

        assertThat(DATABASE.query("select * from mart.sales_daily"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("ordered_date", "2026-02-28")
                        .containsEntry("currency_code", "GBP")
                        .containsEntry("orders", "3")
                        .containsEntry("gross", "91.50")
                        .containsEntry("shipped", "31.95")
                        .containsEntry("refunded", "0.00"));
    }

    @Test
    void derivesThePaymentFromItsTransactions() {
        Story story = new Story("a");
        assertThat(paymentAfter(story, new PaymentDeclined(story.meta(), "insufficient_funds")))
                .containsEntry("status", "DECLINED")
                .containsEntry("decline_code", "insufficient_funds")
                .containsEntry("currency_code", "null");

        Story captured = new Story("b");
        assertThat(paymentAfter(captured, new PaymentAuthorized(captured.meta(), 900, "GBP", "auth")))
                .containsEntry("status", "AUTHORIZED")
                .containsEntry("outstanding", "9.00");
        assertThat(paymentAfter(captured, new PaymentCaptured(captured.meta(), "s1", 400, "GBP")))
                .containsEntry("status", "PARTLY_CAPTURED")
                .containsEntry("outstanding", "5.00");
        assertThat(paymentAfter(captured, new PaymentVoided(captured.meta(), 500, "GBP")))
                .containsEntry("status", "CAPTURED")
                .containsEntry("outstanding", "0.00");
        assertThat(paymentAfter(captured, new PaymentRefunded(captured.meta(), "t1", 100, "GBP")))
                .containsEntry("status", "PARTLY_REFUNDED");
        assertThat(paymentAfter(captured, new PaymentRefunded(captured.meta(), "t2", 300, "GBP")))
                .containsEntry("status", "REFUNDED")
                .containsEntry("refunded", "4.00")
                .containsEntry("transactions", "5");
    }

    @Test
    void saysThatAPaymentsOutcomeIsNotKnownUntilItIs() {
        Story story = new Story("a");
        assertThat(paymentAfter(story, unknown(story, false))).containsEntry("status", "UNKNOWN");
        assertThat(paymentAfter(story, unknown(story, true))).containsEntry("status", "MANUAL_REVIEW");
        assertThat(paymentAfter(
                        story,
                        new PaymentOutcomeResolved(
                                story.meta(), GatewayOperation.AUTHORIZE, "", GatewayOutcome.APPROVED, "gateway")))
                .containsEntry("status", "CREATED");
        assertThat(paymentAfter(story, new PaymentAuthorized(story.meta(), 900, "GBP", "auth")))
                .containsEntry("status", "AUTHORIZED");
    }

    @Test
    void stockMovementsAddUpToStockLevels() {
        Story order = new Story("a");
        Story none = new Story("");
        DATABASE.project(
                1,
                at(STOCK, 0, 0, new StockReceived(none.meta(), "main", 1, "mug", "r1", 20)),
                at(STOCK, 0, 1, new StockAdjusted(none.meta(), "main", 2, "mug", "a1", "broken", -9, -5)),
                at(
                        INVENTORY,
                        0,
                        0,
                        new StockReserved(
                                order.meta(), "main", 3, List.of(new StockLine("mug", 4), new StockLine("cup", 1)))),
                at(
                        INVENTORY,
                        0,
                        1,
                        new ReservationConsumed(order.meta(), "main", 4, "s1", List.of(new StockLine("mug", 3)))),
                at(INVENTORY, 0, 2, new StockRefused(order.meta(), "main", 5, List.of(new Shortage("mug", 99, 11)))),
                at("stock.levels.v1", 0, 0, new StockLevel(none.meta(), "main", 5, "mug", 12, 1)));

        assertThat(DATABASE.query("select sum(on_hand_change) as on_hand, sum(reserved_change) as reserved "
                        + "from mart.stock_movements where sku = 'mug'"))
                .isEqualTo(DATABASE.query("select on_hand, reserved from mart.stock_levels where sku = 'mug'"));
        assertThat(DATABASE.query("select kind, requested_change, reason, order_id from mart.stock_movements "
                        + "where kind = 'ADJUSTED'"))
                .containsExactly(
                        Map.of("kind", "ADJUSTED", "requested_change", "-9", "reason", "broken", "order_id", "null"));
        assertThat(DATABASE.query("select sku, requested, available from mart.stock_shortages"))
                .containsExactly(Map.of("sku", "mug", "requested", "99", "available", "11"));
    }

    @Test
    void showsWhatWasRefusedToAnOrderThatMayNotExist() {
        Story story = new Story("nobody");
        DATABASE.project(
                1,
                at(
                        "orders.refusals.v1",
                        0,
                        3,
                        new IntakeRefused(
                                story.meta(), "OrderSubmitted", "total-equals-sum", "/totalMinor", "3 is not 4")));

        assertThat(DATABASE.query("select order_id, rule, field, message, source_offset from mart.refusals"))
                .containsExactly(Map.of(
                        "order_id", "nobody",
                        "rule", "total-equals-sum",
                        "field", "/totalMinor",
                        "message", "3 is not 4",
                        "source_offset", "3"));
    }

    @Test
    void tellsForEachTopicHowFarBehindTheViewsAre() {
        Story story = new Story("a");
        DATABASE.project(1, at(ORDERS, 0, 10, story.placed()));
        DATABASE.execute("update read_1.positions set end_offset = next_offset + 5 where topic = '" + ORDERS + "'");

        assertThat(DATABASE.query("select * from mart.freshness where topic = '" + ORDERS + "'"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("lag_records", "5")
                        .containsEntry("applied", "1")
                        .doesNotContainEntry("lag_seconds", "null"));
        assertThat(DATABASE.bean(Freshness.class).findAll())
                .hasSize(7)
                .filteredOn(row -> row.topic().equals(ORDERS))
                .singleElement()
                .satisfies(row -> assertThat(row.lagRecords()).isEqualTo(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"analyst", "reader"})
    void analystsAndTheIntakeSeeTheMartAndNothingElse(String role) {
        DATABASE.project(1, at(ORDERS, 0, 10, new Story("a").placed()));

        assertThat(DATABASE.queryAs(role, "select order_id from mart.orders")).hasSize(1);
        assertThat(DATABASE.queryAs(role, "select order_id from orders")).hasSize(1);
        assertThat(deniedTo(role, "select * from read_1.orders")).contains("permission denied for schema read_1");
        assertThat(deniedTo(role, "select * from projection.read_versions"))
                .contains("permission denied for schema projection");
        assertThat(deniedTo(role, "with gone as (delete from read_1.orders returning 1) select * from gone"))
                .contains("permission denied");
        assertThat(deniedTo(role, "with gone as (delete from mart.refusals returning 1) select * from gone"))
                .containsPattern("permission denied|read-only");
        assertThat(deniedTo(role, "create table mart.mine (a int)")).containsPattern("permission denied|read-only");
        assertThat(deniedTo(role, "create table public.mine (a int)")).containsPattern("permission denied|read-only");
    }

    @Test
    void aRoleThatTurnsOffItsReadOnlySettingStillCannotWrite() {
        assertThatThrownBy(() -> DATABASE.execute("set role analyst; delete from mart.refusals"))
                .hasRootCauseMessage("ERROR: permission denied for view refusals");
        assertThatThrownBy(() -> DATABASE.execute("set role analyst; create table mart.mine (a int)"))
                .hasStackTraceContaining("permission denied for schema mart");
    }

    @Test
    void everySchemaTableViewAndColumnHasAComment() {
        assertThat(DATABASE.query("""
                        select n.nspname || '.' || c.relname || coalesce('.' || a.attname, '') as what
                        from pg_class c
                        join pg_namespace n on n.oid = c.relnamespace
                        left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                        where n.nspname in ('mart', 'read_1', 'projection') and c.relkind in ('r', 'v')
                            and c.relname <> 'schema_history'
                            and (col_description(c.oid, a.attnum) is null or obj_description(c.oid, 'pg_class') is null)""")).isEmpty();
        assertThat(DATABASE.query("select nspname from pg_namespace where nspname in ('mart', 'read_1', 'projection') "
                        + "and obj_description(oid, 'pg_namespace') is null"))
                .isEmpty();
    }

    @Test
    void commentsOfTablesAndViewsSayTheGrainAndTheSource() {
        assertThat(comments(
                        "select n.nspname || '.' || c.relname as what, obj_description(c.oid, 'pg_class') as comment "
                                + "from pg_class c join pg_namespace n on n.oid = c.relnamespace "
                                + "where n.nspname in ('mart', 'read_1', 'projection') and c.relkind in ('r', 'v') "
                                + "and c.relname <> 'schema_history'"))
                .hasSizeGreaterThan(25)
                .allSatisfy(comment -> assertThat(comment).contains("Grain: ").contains("Source: "));
    }

    @Test
    void commentsOfColumnsSayTheUnit() {
        String columns = "select c.relname || '.' || a.attname as what, col_description(c.oid, a.attnum) as comment "
                + "from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace "
                + "where n.nspname in ('mart', 'read_1') and c.relkind in ('r', 'v') and a.attnum > 0 and ";
        assertThat(comments(columns + "a.attname like '%\\_minor'"))
                .isNotEmpty()
                .allSatisfy(comment -> assertThat(comment).contains("minor units of"));
        assertThat(comments(columns + "format_type(a.atttypid, null) like 'timestamp%'"))
                .isNotEmpty()
                .allSatisfy(comment -> assertThat(comment).contains("UTC"));
        assertThat(comments(columns + "a.attname ~ '(quantity|quantities|units|on_hand|reserved|available)'"))
                .isNotEmpty()
                .allSatisfy(comment -> assertThat(comment).contains("nits"));
    }

    @Test
    void moneyColumnsComeWithTheirScaledAmountAndCurrency() {
        assertThat(DATABASE.query("""
                        select c.relname, a.attname from pg_attribute a
                        join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname = 'mart' and a.attname like '%\\_minor' and not (
                            exists (select from pg_attribute s where s.attrelid = c.oid
                                and s.attname = left(a.attname, -6) and format_type(s.atttypid, null) = 'numeric')
                            and exists (select from pg_attribute s where s.attrelid = c.oid and s.attname = 'currency_code'))""")).isEmpty();
    }

    @Test
    void theSwapShowsTheOtherVersionAndBackAgain() {
        DATABASE.execute("drop schema if exists read_2 cascade");
        DATABASE.project(1, at(ORDERS, 0, 10, new Story("in-one").placed()));
        DATABASE.project(2, at(ORDERS, 0, 10, new Story("in-two").placed()));
        assertThat(DATABASE.query("select order_id from mart.orders")).containsExactly(Map.of("order_id", "in-one"));

        show(2);
        assertThat(DATABASE.query("select order_id from mart.orders")).containsExactly(Map.of("order_id", "in-two"));
        assertThat(DATABASE.queryAs("analyst", "select count(*) from mart.payments"))
                .hasSize(1);
        assertThat(versions()).containsExactly("1 RETIRED", "2 LIVE");
        assertThat(DATABASE.readModels(0).open()).isNotNull();
        assertThat(versions()).containsExactly("1 RETIRED", "2 LIVE");

        show(1);
        assertThat(DATABASE.query("select order_id from mart.orders")).containsExactly(Map.of("order_id", "in-one"));
        assertThat(versions()).containsExactly("1 LIVE", "2 RETIRED");
    }

    private void show(int version) {
        DATABASE.transactions().executeWrite(status -> {
            Mart.show(status.getConnection(), version);
            return version;
        });
    }

    private List<String> versions() {
        return DATABASE.query("select version, state from projection.read_versions order by version").stream()
                .map(row -> row.get("version") + " " + row.get("state"))
                .toList();
    }

    private Map<String, String> paymentAfter(Story story, PaymentEvent event) {
        long offset =
                DATABASE.query("select 1 from read_1.payment_transactions").size() + 1L;
        Incoming incoming = at(PAYMENTS, 0, offset, event);
        DATABASE.project(1, incoming);
        return DATABASE.query("select * from mart.payments where order_id = '"
                        + story.meta().orderId() + "'")
                .getFirst();
    }

    private static PaymentOutcomeUnknown unknown(Story story, boolean reviewRequired) {
        return new PaymentOutcomeUnknown(story.meta(), GatewayOperation.AUTHORIZE, "", 900, "GBP", reviewRequired);
    }

    private List<String> comments(String sql) {
        return new ArrayList<>(DATABASE.query(sql).stream()
                .map(row -> row.get("what") + ": " + row.get("comment"))
                .toList());
    }

    private String deniedTo(String role, String sql) {
        try {
            return "not denied: " + DATABASE.queryAs(role, sql);
        } catch (IllegalArgumentException denied) {
            return String.valueOf(denied.getMessage());
        }
    }
}
