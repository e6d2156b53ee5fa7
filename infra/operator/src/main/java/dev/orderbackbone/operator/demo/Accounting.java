package dev.orderbackbone.operator.demo;

import dev.orderbackbone.contract.order.OrderStatus;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What inputs came to.
 *
 * @param inputs how many there were.
 * @param orders by status.
 * @param returns of which at least something was taken back.
 * @param adjustments that were applied.
 * @param refusals by reason: the mapping's, or the rule that the backbone names.
 * @param refusedReturnLines lines of accepted returns that match nothing that was bought.
 * @param refusedReturnParts parts of accepted returns that concern an order that did not ship, or were refused.
 * @param unaccounted invoices of which nothing has become.
 */
record Accounting(
        int inputs,
        Map<String, Long> orders,
        long returns,
        long adjustments,
        Map<String, Long> refusals,
        long refusedReturnLines,
        long refusedReturnParts,
        List<String> unaccounted) {
    private static final Set<OrderStatus> ENDED =
            EnumSet.of(OrderStatus.COMPLETED, OrderStatus.REJECTED, OrderStatus.CANCELLED, OrderStatus.EXPIRED);

    /** All orders. */
    long orderCount() {
        return orders.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Orders that have not come to their end. */
    long openOrders() {
        return orders.entrySet().stream()
                .filter(order -> !ENDED.contains(OrderStatus.valueOf(order.getKey())))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** All refusals. */
    long refusalCount() {
        return refusals.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Whether each input is exactly one of an order that has ended, a return, an adjustment or a refusal. */
    boolean isComplete() {
        return unaccounted.isEmpty()
                && openOrders() == 0
                && orderCount() + returns + adjustments + refusalCount() == inputs;
    }

    /** Adds up. */
    static final class Sum {
        private final int inputs;
        private final Map<String, Long> orders = new TreeMap<>();
        private final Map<String, Long> refusals = new TreeMap<>();
        private final List<String> unaccounted = new ArrayList<>();
        private long returns;
        private long adjustments;
        private long refusedReturnLines;
        private long refusedReturnParts;

        Sum(int inputs) {
            this.inputs = inputs;
        }

        void order(OrderStatus status) {
            orders.merge(status.name(), 1L, Long::sum);
        }

        void refusal(String reason) {
            refusals.merge(reason, 1L, Long::sum);
        }

        void returned(long refusedLines, long refusedParts) {
            returns++;
            refusedReturnLines += refusedLines;
            refusedReturnParts += refusedParts;
        }

        void adjusted() {
            adjustments++;
        }

        void unaccounted(String invoice) {
            unaccounted.add(invoice);
        }

        Accounting accounting() {
            return new Accounting(
                    inputs,
                    orders,
                    returns,
                    adjustments,
                    refusals,
                    refusedReturnLines,
                    refusedReturnParts,
                    unaccounted);
        }
    }
}
