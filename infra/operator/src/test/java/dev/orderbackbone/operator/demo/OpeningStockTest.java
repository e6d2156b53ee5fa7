package dev.orderbackbone.operator.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.inventory.StockLine;
import dev.orderbackbone.contract.order.OrderLine;
import dev.orderbackbone.operator.demo.retail.Input;
import dev.orderbackbone.orderevents.client.NewOrder;
import dev.orderbackbone.orderevents.client.StockReceipt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OpeningStockTest {
    /** With this seed none of the few SKUs of these tests is short. */
    private static final DemoSettings SETTINGS = settings(1);

    @Test
    void isWhatTheInputsOrderAndWriteOff() {
        List<Input> inputs = List.of(
                order("1", new OrderLine(1, "A", null, 6, 1, "main"), new OrderLine(2, "A", null, 2, 1, "main")),
                order("2", new OrderLine(1, "B", null, 1, 1, "main")),
                new Input.Adjustment("3", "A", -10, "damages"),
                new Input.Adjustment("4", "B", 500, "found"),
                new Input.Refused("5", "bad-debt-entry"));

        assertThat(OpeningStock.of(inputs, SETTINGS))
                .containsExactly(new StockReceipt(
                        "run-receipt-1", "uci", "main", List.of(new StockLine("A", 18), new StockLine("B", 1))));
    }

    @Test
    void comesInReceiptsOfFiveHundredLines() {
        List<StockReceipt> receipts = OpeningStock.of(skus(1_200), SETTINGS);

        assertThat(receipts)
                .extracting(StockReceipt::receiptId)
                .containsExactly("run-receipt-1", "run-receipt-2", "run-receipt-3");
        assertThat(receipts.getLast().lines()).hasSizeBetween(150, 200);
    }

    @Test
    void oneSkuInAHundredIsATenthShort() {
        List<StockLine> lines = OpeningStock.of(skus(10_000), SETTINGS).stream()
                .flatMap(receipt -> receipt.lines().stream())
                .toList();

        assertThat(lines).extracting(StockLine::quantity).containsOnly(100, 90);
        assertThat(lines.stream().filter(line -> line.quantity() == 90).count()).isBetween(60L, 140L);
    }

    @Test
    void theSameSeedMakesTheSameSkusShortAndAnotherOthers() {
        assertThat(OpeningStock.of(skus(1_000), settings(1))).isEqualTo(OpeningStock.of(skus(1_000), settings(1)));
        assertThat(OpeningStock.of(skus(1_000), settings(1))).isNotEqualTo(OpeningStock.of(skus(1_000), settings(2)));
    }

    private static List<Input> skus(int count) {
        return IntStream.range(0, count)
                .<Input>mapToObj(number -> order("" + number, new OrderLine(1, "sku-" + number, null, 100, 1, "main")))
                .toList();
    }

    private static Input order(String invoice, OrderLine... lines) {
        return new Input.Order(
                invoice,
                new NewOrder(
                        "uci",
                        "run-" + invoice,
                        null,
                        null,
                        null,
                        "GBP",
                        List.of(lines),
                        List.of(),
                        "card_visa",
                        Instant.EPOCH));
    }

    private static DemoSettings settings(long seed) {
        return new DemoSettings("run", false, seed, 0, 10, Duration.ofSeconds(1), false);
    }
}
