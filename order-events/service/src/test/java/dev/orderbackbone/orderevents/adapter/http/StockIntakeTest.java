package dev.orderbackbone.orderevents.adapter.http;

import static dev.orderbackbone.orderevents.adapter.http.Json.adjustment;
import static dev.orderbackbone.orderevents.adapter.http.Json.receipt;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.StockPools;
import dev.orderbackbone.contract.inventory.AdjustStock;
import dev.orderbackbone.contract.inventory.ReceiveStock;
import dev.orderbackbone.contract.inventory.StockDelta;
import dev.orderbackbone.contract.inventory.StockLine;
import dev.orderbackbone.schemas.MessageKey;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Receipts and adjustments become one command for each stock pool that they touch. */
class StockIntakeTest {
    private static final StockPools POOLS = new StockPools(3);
    private static final int SKUS = 40;

    @RegisterExtension
    static final IntakeServer SERVER = IntakeServer.with(Map.of("orders.pools-per-location", 3));

    record Bad(String path, String body, int status, String rule, String field) {}

    @Test
    void aReceiptIsSplitByPool() {
        String lines = lines("{\"sku\":\"sku-%d\",\"quantity\":%d}");
        Reply reply = SERVER.post(
                "/v1/stock/receipts",
                receipt().with("lines", lines).with("location", "\"leeds\"").toString());

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.header("Content-Type")).isEqualTo("application/json");
        assertThat(reply.body()).isEqualTo("{}");
        List<ReceiveStock> commands = SERVER.intake().published().stream()
                .map(ReceiveStock.class::cast)
                .toList();
        assertThat(commands).extracting(MessageKey::of).containsExactlyInAnyOrder("leeds-0", "leeds-1", "leeds-2");
        assertThat(commands).allSatisfy(command -> {
            assertThat(command.receiptId()).isEqualTo("in-1");
            assertThat(command.meta().storeId()).isEqualTo("shop");
            assertThat(command.meta().orderId()).isEmpty();
            assertThat(command.lines())
                    .allMatch(line -> POOLS.poolOf("leeds", line.sku()).equals(command.pool()));
        });
        assertThat(commands).extracting(command -> command.meta().eventId()).doesNotHaveDuplicates();
        assertThat(commands.stream()
                        .flatMap(command -> command.lines().stream())
                        .collect(toMap(StockLine::sku, StockLine::quantity)))
                .isEqualTo(IntStream.rangeClosed(1, SKUS)
                        .boxed()
                        .collect(toMap(number -> "sku-" + number, number -> number)));
    }

    @Test
    void anAdjustmentIsSplitByPool() {
        String lines = lines("{\"sku\":\"sku-%d\",\"delta\":-%d}");
        SERVER.post("/v1/stock/adjustments", adjustment().with("lines", lines).toString());

        List<AdjustStock> commands = SERVER.intake().published().stream()
                .map(AdjustStock.class::cast)
                .toList();
        assertThat(commands).extracting(MessageKey::of).containsExactlyInAnyOrder("main-0", "main-1", "main-2");
        assertThat(commands).allSatisfy(command -> {
            assertThat(command.adjustmentId()).isEqualTo("adj-1");
            assertThat(command.reason()).isEqualTo("broken");
            assertThat(command.lines())
                    .allMatch(line -> POOLS.poolOf("main", line.sku()).equals(command.pool()));
        });
        assertThat(commands.stream()
                        .flatMap(command -> command.lines().stream())
                        .collect(toMap(StockDelta::sku, StockDelta::delta)))
                .hasSize(SKUS)
                .containsEntry("sku-7", -7);
    }

    @Test
    void oneSkuIsOneCommand() {
        assertThat(SERVER.post("/v1/stock/receipts", receipt().toString()).status())
                .isEqualTo(202);
        assertThat(SERVER.intake().published()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource({"receipts", "adjustments"})
    void whatIsWrongIsRefused(Bad bad) {
        SERVER.post(bad.path(), bad.body()).isProblem(bad.status(), bad.rule(), bad.field());
        assertThat(SERVER.intake().published()).isEmpty();
    }

    static Stream<Bad> receipts() {
        return Stream.of(
                badReceipt("", 400, "json", ""),
                badReceipt(receipt().without("receiptId"), 400, "required", "/receiptId"),
                badReceipt(receipt().without("storeId"), 400, "required", "/storeId"),
                badReceipt(receipt().without("lines"), 400, "required", "/lines"),
                badReceipt(receipt().with("reason", "5"), 400, "unknown-field", "/reason"),
                badReceipt(receipt().with("adjustmentId", "\"a\""), 400, "unknown-field", "/adjustmentId"),
                badReceipt(receipt().with("lines", "[{\"sku\":\"a\"}]"), 400, "required", "/lines/0/quantity"),
                badReceipt(receipt().with("lines", "[{\"quantity\":1}]"), 400, "required", "/lines/0/sku"),
                badReceipt(
                        receipt().with("lines", "[{\"sku\":\"a\",\"delta\":1}]"),
                        400,
                        "unknown-field",
                        "/lines/0/delta"),
                badReceipt(receipt().with("lines", units("quantity", "0")), 422, "quantity-range", "/lines/0/quantity"),
                badReceipt(
                        receipt().with("lines", units("quantity", "-5")), 422, "quantity-range", "/lines/0/quantity"),
                badReceipt(
                        receipt().with("lines", units("quantity", "2147483648")),
                        422,
                        "integer-range",
                        "/lines/0/quantity"),
                badReceipt(receipt().with("lines", "[]"), 422, "lines-not-empty", "/lines"),
                badReceipt(
                        receipt().with("lines", "[{\"sku\":\"a\",\"quantity\":1},{\"sku\":\"a\",\"quantity\":1}]"),
                        422,
                        "sku-once",
                        "/lines/1/sku"),
                badReceipt(receipt().with("location", "\"\\u0007\""), 422, "printable", "/location"),
                badReceipt(receipt().with("receiptId", "\" \""), 422, "not-blank", "/receiptId"),
                badReceipt(receipt().with("lines", tooManyLines()), 422, "lines-limit", "/lines"));
    }

    static Stream<Bad> adjustments() {
        return Stream.of(
                badAdjustment(adjustment().without("reason"), 400, "required", "/reason"),
                badAdjustment(adjustment().without("adjustmentId"), 400, "required", "/adjustmentId"),
                badAdjustment(adjustment().with("receiptId", "\"a\""), 400, "unknown-field", "/receiptId"),
                badAdjustment(
                        adjustment().with("lines", units("quantity", "1")), 400, "unknown-field", "/lines/0/quantity"),
                badAdjustment(adjustment().with("lines", units("delta", "0")), 422, "delta-not-zero", "/lines/0/delta"),
                badAdjustment(adjustment().with("lines", units("delta", "1e1")), 400, "type", "/lines/0/delta"),
                badAdjustment(
                        adjustment().with("lines", units("delta", "-2147483649")),
                        422,
                        "integer-range",
                        "/lines/0/delta"),
                badAdjustment(adjustment().with("lines", "[]"), 422, "lines-not-empty", "/lines"));
    }

    private static Bad badReceipt(Object body, int status, String rule, String field) {
        return new Bad("/v1/stock/receipts", body.toString(), status, rule, field);
    }

    private static Bad badAdjustment(Object body, int status, String rule, String field) {
        return new Bad("/v1/stock/adjustments", body.toString(), status, rule, field);
    }

    private static String units(String field, String units) {
        return "[{\"sku\":\"a\",\"" + field + "\":" + units + "}]";
    }

    private static String lines(String template) {
        return IntStream.rangeClosed(1, SKUS)
                .mapToObj(number -> template.formatted(number, number))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String tooManyLines() {
        return IntStream.rangeClosed(1, 10_001)
                .mapToObj("{\"sku\":\"%d\",\"quantity\":1}"::formatted)
                .collect(Collectors.joining(",", "[", "]"));
    }
}
