package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.contract.order.Charge;
import dev.orderbackbone.contract.order.OrderLine;
import dev.orderbackbone.contract.order.OrderPlaced;
import dev.orderbackbone.contract.order.ReturnedLine;
import dev.orderbackbone.contract.order.ShippedLine;
import java.util.List;

/** What was ordered, shipped and returned of each line, and what that is worth. */
final class OrderGoods {
    static final OrderGoods NONE = new OrderGoods(new long[0], new int[0]);

    private final long[] unitPriceMinor;
    private final int[] ordered;
    private final int[] shipped;
    private final int[] returned;

    private OrderGoods(long[] unitPriceMinor, int[] ordered) {
        this.unitPriceMinor = unitPriceMinor;
        this.ordered = ordered;
        this.shipped = new int[ordered.length];
        this.returned = new int[ordered.length];
    }

    static OrderGoods of(OrderPlaced placed) {
        List<OrderLine> lines = placed.lines();
        return new OrderGoods(
                lines.stream().mapToLong(OrderLine::unitPriceMinor).toArray(),
                lines.stream().mapToInt(OrderLine::quantity).toArray());
    }

    static long chargesMinor(OrderPlaced placed) {
        return placed.charges().stream().mapToLong(Charge::amountMinor).sum();
    }

    /** Value of all that was ordered, minor units. */
    long orderedMinor() {
        long sum = 0;
        for (int line = 0; line < ordered.length; line++) {
            sum += ordered[line] * unitPriceMinor[line];
        }
        return sum;
    }

    /** Ships lines. Returns whether no more of any was shipped than was ordered. */
    boolean ship(List<ShippedLine> lines) {
        boolean within = true;
        for (ShippedLine line : lines) {
            within &= knows(line.lineNumber())
                    && line.quantity() > 0
                    && shipped[line.lineNumber() - 1] + line.quantity() <= ordered[line.lineNumber() - 1];
            if (knows(line.lineNumber())) {
                shipped[line.lineNumber() - 1] += line.quantity();
            }
        }
        return within;
    }

    /** Takes lines back. Returns whether no more of any came back than was shipped. */
    boolean takeBack(List<ReturnedLine> lines) {
        boolean within = true;
        for (ReturnedLine line : lines) {
            within &= knows(line.lineNumber())
                    && line.quantity() > 0
                    && returned[line.lineNumber() - 1] + line.quantity() <= shipped[line.lineNumber() - 1];
            if (knows(line.lineNumber())) {
                returned[line.lineNumber() - 1] += line.quantity();
            }
        }
        return within;
    }

    long shippedMinor(List<ShippedLine> lines) {
        long sum = 0;
        for (ShippedLine line : lines) {
            sum += priceOf(line.lineNumber()) * line.quantity();
        }
        return sum;
    }

    long returnedMinor(List<ReturnedLine> lines) {
        long sum = 0;
        for (ReturnedLine line : lines) {
            sum += priceOf(line.lineNumber()) * line.quantity();
        }
        return sum;
    }

    /** Whether nothing that was ordered has still to be shipped. */
    boolean isAllShipped() {
        for (int line = 0; line < ordered.length; line++) {
            if (shipped[line] < ordered[line]) {
                return false;
            }
        }
        return true;
    }

    int orderedOf(int line) {
        return ordered[line];
    }

    int shippedOf(int line) {
        return shipped[line];
    }

    int returnedOf(int line) {
        return returned[line];
    }

    private boolean knows(int lineNumber) {
        return lineNumber >= 1 && lineNumber <= ordered.length;
    }

    private long priceOf(int lineNumber) {
        return knows(lineNumber) ? unitPriceMinor[lineNumber - 1] : 0;
    }
}
