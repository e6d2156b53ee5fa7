package dev.orderbackbone.operator.demo.retail;

import dev.orderbackbone.contract.order.OrderLine;
import dev.orderbackbone.orderevents.client.NewOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What each customer has bought and not yet returned: the file's returns do not say what they return. */
final class Purchases {
    private record Article(String customer, String sku) {}

    private final Map<Article, List<Bought>> bought = new HashMap<>();

    /** An order line of which units can still come back. */
    private static final class Bought {
        private final String orderId;
        private final OrderLine line;
        private int remaining;

        Bought(String orderId, OrderLine line) {
            this.orderId = orderId;
            this.line = line;
            this.remaining = line.quantity();
        }

        Taken take(int atMost) {
            int units = Math.min(remaining, atMost);
            remaining -= units;
            return new Taken(orderId, line.lineNumber(), units);
        }
    }

    /** Units of an order line that come back. */
    record Taken(String orderId, int lineNumber, int quantity) {}

    void add(String customer, NewOrder order) {
        for (OrderLine line : order.lines()) {
            bought.computeIfAbsent(new Article(customer, line.sku()), article -> new ArrayList<>())
                    .add(new Bought(order.orderId(), line));
        }
    }

    /**
     * Takes units back: the latest line of exactly this quantity and price if there is one, else from the latest line on, over as many
     * lines as needed. What was not bought is not taken.
     */
    List<Taken> takeBack(String customer, String sku, int quantity, long unitPriceMinor) {
        List<Bought> lines =
                bought.getOrDefault(new Article(customer, sku), List.of()).reversed();
        for (Bought line : lines) {
            if (line.remaining == quantity
                    && line.line.quantity() == quantity
                    && line.line.unitPriceMinor() == unitPriceMinor) {
                return List.of(line.take(quantity));
            }
        }
        List<Taken> taken = new ArrayList<>();
        int wanted = quantity;
        for (Bought line : lines) {
            if (wanted > 0 && line.remaining > 0) {
                Taken units = line.take(wanted);
                wanted -= units.quantity();
                taken.add(units);
            }
        }
        return taken;
    }
}
