package dev.orderbackbone.contract.order;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The quantities and amounts of an order's history. Immutable. */
final class ShippedGoods {
    static final ShippedGoods NONE = new ShippedGoods(List.of(), 0, 0, new long[0], new long[0], 0, Set.of(), Set.of());

    private final List<OrderLine> lines;
    private final long chargesMinor;
    private final long totalMinor;
    private final long[] shipped;
    private final long[] returned;
    private final long refundedMinor;
    private final Set<String> shipmentIds;
    private final Set<String> returnIds;

    private ShippedGoods(
            List<OrderLine> lines,
            long chargesMinor,
            long totalMinor,
            long[] shipped,
            long[] returned,
            long refundedMinor,
            Set<String> shipmentIds,
            Set<String> returnIds) {
        this.lines = lines;
        this.chargesMinor = chargesMinor;
        this.totalMinor = totalMinor;
        this.shipped = shipped;
        this.returned = returned;
        this.refundedMinor = refundedMinor;
        this.shipmentIds = shipmentIds;
        this.returnIds = returnIds;
    }

    private static ShippedGoods of(OrderPlaced placed) {
        int size = placed.lines().size();
        long charges = placed.charges().stream().mapToLong(Charge::amountMinor).sum();
        return new ShippedGoods(
                placed.lines(), charges, placed.totalMinor(), new long[size], new long[size], 0, Set.of(), Set.of());
    }

    boolean anythingShipped() {
        return Arrays.stream(shipped).anyMatch(units -> units > 0);
    }

    boolean everythingShipped() {
        for (int index = 0; index < shipped.length; index++) {
            if (shipped[index] != lines.get(index).quantity()) {
                return false;
            }
        }
        return true;
    }

    /** Goods, and with the first shipment the charges; a discount that exceeds the goods so far is used up by those that follow. */
    long shippedMinor() {
        return anythingShipped() ? Math.max(0, priceMinor(shipped) + chargesMinor) : 0;
    }

    /** What in the event contradicts the goods; null where nothing does. */
    @Nullable
    String contradiction(OrderEvent event) {
        return switch (event) {
            case OrderPlaced placed -> of(placed).wrongTotal();
            case OrderConfirmed confirmed ->
                unless(
                        confirmed.authorizedMinor() == totalMinor,
                        "authorises " + confirmed.authorizedMinor() + " of " + totalMinor);
            case OrderShipped sent -> wrongShipment(sent);
            case OrderReturned back -> wrongReturn(back);
            case OrderCompleted completed ->
                unless(
                        completed.shippedMinor() == shippedMinor(),
                        "says that " + completed.shippedMinor() + " shipped, but it is " + shippedMinor());
            case OrderRejected _, OrderHeld _, OrderReleased _, OrderCancelling _, OrderCancelled _, OrderExpired _ ->
                null;
        };
    }

    ShippedGoods after(OrderEvent event) {
        return switch (event) {
            case OrderPlaced placed -> of(placed);
            case OrderShipped sent -> after(sent);
            case OrderReturned back -> after(back);
            case OrderConfirmed _,
                    OrderRejected _,
                    OrderHeld _,
                    OrderReleased _,
                    OrderCancelling _,
                    OrderCancelled _,
                    OrderExpired _,
                    OrderCompleted _ -> this;
        };
    }

    private ShippedGoods after(OrderShipped sent) {
        long[] units = shipped.clone();
        sent.lines().forEach(line -> add(units, line.lineNumber(), line.quantity()));
        return new ShippedGoods(
                lines,
                chargesMinor,
                totalMinor,
                units,
                returned,
                refundedMinor,
                plus(shipmentIds, sent.shipmentId()),
                returnIds);
    }

    private ShippedGoods after(OrderReturned back) {
        long[] units = returned.clone();
        back.lines().forEach(line -> add(units, line.lineNumber(), line.quantity()));
        long refunded = refundedMinor + back.refundMinor();
        return new ShippedGoods(
                lines,
                chargesMinor,
                totalMinor,
                shipped,
                units,
                refunded,
                shipmentIds,
                plus(returnIds, back.returnId()));
    }

    private @Nullable String wrongTotal() {
        long sum = chargesMinor
                + lines.stream()
                        .mapToLong(line -> line.quantity() * line.unitPriceMinor())
                        .sum();
        return unless(sum == totalMinor, "comes to " + sum + ", but says " + totalMinor);
    }

    private @Nullable String wrongShipment(OrderShipped sent) {
        if (shipmentIds.contains(sent.shipmentId())) {
            return "repeats shipment " + sent.shipmentId();
        }
        if (!sent.lines().stream().allMatch(line -> isOrdered(line.lineNumber(), line.quantity()))) {
            return "names units that cannot be";
        }
        ShippedGoods then = after(sent);
        for (int index = 0; index < lines.size(); index++) {
            if (then.shipped[index] > lines.get(index).quantity()) {
                return "ships more of line " + (index + 1) + " than was ordered";
            }
        }
        long amount = then.shippedMinor() - shippedMinor();
        return unless(sent.amountMinor() == amount, "is worth " + amount + ", but says " + sent.amountMinor());
    }

    private @Nullable String wrongReturn(OrderReturned back) {
        if (returnIds.contains(back.returnId())) {
            return "repeats return " + back.returnId();
        }
        if (!back.lines().stream().allMatch(line -> isOrdered(line.lineNumber(), line.quantity()))) {
            return "names units that cannot be";
        }
        ShippedGoods then = after(back);
        for (int index = 0; index < lines.size(); index++) {
            if (then.returned[index] > shipped[index]) {
                return "takes back more of line " + (index + 1) + " than has shipped";
            }
        }
        long price = priceMinor(then.returned) - priceMinor(returned);
        boolean isRefundable =
                back.refundMinor() >= 0 && back.refundMinor() <= price && then.refundedMinor <= shippedMinor();
        return unless(isRefundable, "refunds " + back.refundMinor() + " for goods of " + price);
    }

    private boolean isOrdered(int lineNumber, int quantity) {
        return lineNumber >= 1 && lineNumber <= lines.size() && quantity >= 1;
    }

    private long priceMinor(long[] units) {
        long sum = 0;
        for (int index = 0; index < units.length; index++) {
            sum += units[index] * lines.get(index).unitPriceMinor();
        }
        return sum;
    }

    /** Units of a line that was never ordered are counted nowhere; that they were named is told by {@link #contradiction}. */
    private static void add(long[] units, int lineNumber, int quantity) {
        if (lineNumber >= 1 && lineNumber <= units.length) {
            units[lineNumber - 1] += quantity;
        }
    }

    private static Set<String> plus(Set<String> ids, String id) {
        Set<String> all = new HashSet<>(ids);
        all.add(id);
        return Set.copyOf(all);
    }

    private static @Nullable String unless(boolean right, String wrong) {
        return right ? null : wrong;
    }
}
