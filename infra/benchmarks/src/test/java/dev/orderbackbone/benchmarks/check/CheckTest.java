package dev.orderbackbone.benchmarks.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.benchmarks.check.Evidence.OrderRow;
import dev.orderbackbone.benchmarks.load.Segment;
import dev.orderbackbone.benchmarks.workload.Declines;
import dev.orderbackbone.benchmarks.workload.HotSkuOrders;
import dev.orderbackbone.benchmarks.workload.MixedOrders;
import dev.orderbackbone.benchmarks.workload.Skus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What was right is let pass; everything that can be wrong is noticed. */
class CheckTest {
    private static final List<Segment> SENT =
            List.of(new Segment(new MixedOrders(), 0, 3_000), new Segment(new HotSkuOrders(), 3_000, 1_000));
    private static final int ORDERS = 4_000;

    private final List<OrderRow> rows = new ArrayList<>();
    private final Map<String, Long> available = new HashMap<>();
    private long messages = ORDERS;
    private long ordersTold = ORDERS;

    CheckTest() {
        IntStream.range(0, Skus.ALL).forEach(sku -> available.put(Skus.name(sku), (long) Skus.initialUnits(sku)));
        IntStream.range(0, ORDERS).forEach(this::take);
    }

    @Test
    void letsPassWhatIsRight() {
        Verdict verdict = verdict();

        assertThat(verdict.problems()).isEmpty();
        assertThat(verdict.outcomes().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(ORDERS);
        assertThat(verdict.outcomes()).containsKeys(Outcome.CONFIRMED, Outcome.DECLINED, Outcome.OUT_OF_STOCK);
    }

    @Test
    void noticesAnOrderWithoutARow() {
        rows.removeFirst();

        assertThat(verdict().problems()).anyMatch(problem -> problem.contains("3999 of 4000 orders have a row"));
    }

    @Test
    void noticesAnOrderWithTwoRows() {
        rows.add(rows.getFirst());

        assertThat(verdict().problems()).containsExactly("order 0 has two rows");
    }

    @Test
    void noticesAnOrderThatNobodySent() {
        rows.add(new OrderRow(ORDERS, Outcome.CONFIRMED));

        assertThat(verdict().problems()).containsExactly("order 4000 was never sent");
    }

    @Test
    void noticesAnOrderThatHasNotEnded() {
        rows.set(0, new OrderRow(0, Outcome.OTHER));

        assertThat(verdict().problems()).anyMatch(problem -> problem.startsWith("order 0 ended as OTHER"));
    }

    @Test
    void noticesAConfirmedOrderWhosePaymentWasDeclined() {
        int declined = first(Outcome.DECLINED);
        rows.set(declined, new OrderRow(declined, Outcome.CONFIRMED));

        assertThat(verdict().problems())
                .anyMatch(problem -> problem.startsWith("order " + declined + " ended as CONFIRMED"));
    }

    @Test
    void noticesARefusedOrderThatCouldHaveBeenServed() {
        int confirmed = first(Outcome.CONFIRMED);
        rows.set(confirmed, new OrderRow(confirmed, Outcome.OUT_OF_STOCK));

        assertThat(verdict().problems())
                .anyMatch(problem -> problem.startsWith("order " + confirmed + " ended as OUT_OF_STOCK"));
    }

    @Test
    void noticesOneUnitTooManyOrTooFew() {
        available.merge(Skus.name(0), 1L, Long::sum);
        assertThat(verdict().problems()).singleElement().asString().startsWith("sku-00000 has ");

        available.merge(Skus.name(0), -2L, Long::sum);
        assertThat(verdict().problems()).singleElement().asString().startsWith("sku-00000 has ");
    }

    @Test
    void noticesAMessageTooManyOrTooFew() {
        messages = ORDERS + 1;
        assertThat(verdict().problems()).singleElement().asString().startsWith("4001 messages about 4000 orders");

        messages = ORDERS;
        ordersTold = ORDERS - 1;
        assertThat(verdict().problems()).singleElement().asString().startsWith("4000 messages about 3999 orders");
    }

    private Verdict verdict() {
        return Check.of(SENT, new Evidence(rows, available, messages, ordersTold));
    }

    private int first(Outcome outcome) {
        return rows.stream()
                .filter(row -> row.outcome() == outcome)
                .findFirst()
                .orElseThrow()
                .number();
    }

    /** As a shop would that has only that much. */
    private void take(int number) {
        var lines = SENT.stream()
                .filter(segment -> segment.has(number))
                .findFirst()
                .orElseThrow()
                .workload()
                .order(number)
                .lines();
        boolean isInStock =
                lines.stream().allMatch(line -> available.getOrDefault(line.skuName(), 0L) >= line.quantity());
        if (isInStock && !Declines.isDeclined(number)) {
            lines.forEach(line -> available.merge(line.skuName(), (long) -line.quantity(), Long::sum));
        }
        Outcome refused = isInStock ? Outcome.DECLINED : Outcome.OUT_OF_STOCK;
        rows.add(new OrderRow(number, isInStock && !Declines.isDeclined(number) ? Outcome.CONFIRMED : refused));
    }
}
