package dev.orderbackbone.orderevents.domain;

import dev.orderbackbone.contract.order.Charge;
import dev.orderbackbone.contract.order.OrderLine;
import dev.orderbackbone.contract.order.OrderSubmitted;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rules that a submission's lines and charges keep only together: what they come to. */
final class SumRules {
    /**
     * Most bytes of the lines' texts. An order is one record on several topics and in a changelog, and a broker takes a million bytes by
     * default: this leaves room for all that is added to the texts, shipments and returns included.
     */
    static final int MOST_TEXT_BYTES = 500_000;

    private SumRules() {}

    /** A SKU that stands on several lines is reserved by its sum, which a stock line must be able to say. */
    static @Nullable BrokenRule unitsPerSku(OrderSubmitted submitted) {
        Map<String, Map<String, Long>> units = new HashMap<>();
        for (int index = 0; index < submitted.lines().size(); index++) {
            OrderLine line = submitted.lines().get(index);
            long sum = units.computeIfAbsent(line.location(), location -> new HashMap<>())
                    .merge(line.sku(), (long) line.quantity(), Long::sum);
            if (sum > Integer.MAX_VALUE) {
                return new BrokenRule(
                        "sku-quantity-sum",
                        "/lines/" + index + "/quantity",
                        "the lines of this SKU come to " + sum + " units, at most " + Integer.MAX_VALUE + " are taken");
            }
        }
        return null;
    }

    static @Nullable BrokenRule total(OrderSubmitted submitted) {
        long sum;
        try {
            sum = sumMinor(submitted);
        } catch (ArithmeticException overflow) {
            return new BrokenRule("amounts-overflow", "/lines", "the amounts come to more than 64 bits can hold");
        }
        if (sum != submitted.totalMinor()) {
            return new BrokenRule("total-equals-sum", "/totalMinor", "lines and charges come to " + sum);
        }
        return sum >= 0
                ? null
                : new BrokenRule("total-not-negative", "/totalMinor", "charges take more than the goods cost");
    }

    private static long sumMinor(OrderSubmitted submitted) {
        long sum = 0;
        for (OrderLine line : submitted.lines()) {
            sum = Math.addExact(sum, Math.multiplyExact(line.unitPriceMinor(), line.quantity()));
        }
        for (Charge charge : submitted.charges()) {
            sum = Math.addExact(sum, charge.amountMinor());
        }
        return sum;
    }

    static @Nullable BrokenRule size(OrderSubmitted submitted) {
        long bytes = 0;
        for (OrderLine line : submitted.lines()) {
            bytes += bytesOf(line.sku()) + bytesOf(line.location()) + bytesOf(line.description());
        }
        return bytes <= MOST_TEXT_BYTES
                ? null
                : new BrokenRule(
                        "order-size",
                        "/lines",
                        "the texts come to " + bytes + " bytes, at most " + MOST_TEXT_BYTES + " are taken");
    }

    private static long bytesOf(@Nullable String text) {
        return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
    }
}
