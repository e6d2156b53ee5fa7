package dev.orderbackbone.orderevents.simulation;

import static dev.orderbackbone.orderevents.simulation.LawBroken.unless;

import dev.orderbackbone.contract.StockPools;
import dev.orderbackbone.contract.order.OrderCancelled;
import dev.orderbackbone.contract.order.OrderCancelling;
import dev.orderbackbone.contract.order.OrderCompleted;
import dev.orderbackbone.contract.order.OrderConfirmed;
import dev.orderbackbone.contract.order.OrderEvent;
import dev.orderbackbone.contract.order.OrderExpired;
import dev.orderbackbone.contract.order.OrderHeld;
import dev.orderbackbone.contract.order.OrderHistory;
import dev.orderbackbone.contract.order.OrderLine;
import dev.orderbackbone.contract.order.OrderPlaced;
import dev.orderbackbone.contract.order.OrderRejected;
import dev.orderbackbone.contract.order.OrderReleased;
import dev.orderbackbone.contract.order.OrderReturned;
import dev.orderbackbone.contract.order.OrderShipped;
import dev.orderbackbone.contract.order.OrderStatus;
import dev.orderbackbone.contract.payment.AuthorizePayment;
import dev.orderbackbone.contract.payment.PaymentCommand;
import dev.orderbackbone.orderevents.domain.Order;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What must hold of one order, compared with what the pools and the payment really did. */
final class OrderLaws {
    private static final StockPools POOLS = new StockPools(1);

    private final String orderId;
    private final Collection<StockModel> pools;
    private final PaymentModel payment;
    private OrderHistory history;
    private @Nullable OrderPlaced placed;
    private long refundsPromisedMinor;
    private final Map<String, Map<String, Integer>> shipped = new HashMap<>();
    private final Map<String, Map<String, Integer>> restocked = new HashMap<>();

    OrderLaws(String orderId, Collection<StockModel> pools, PaymentModel payment) {
        this.orderId = orderId;
        this.pools = pools;
        this.payment = payment;
        this.history = OrderHistory.of(orderId);
    }

    /** I3, I4, and what each event promises. */
    void on(OrderEvent event) {
        history = history.after(event);
        unless(history.violations().isEmpty(), "I3: ", history.violations());
        unless(history.terminalEvents() <= 1, "I4: the order ends twice");
        switch (event) {
            case OrderPlaced first -> placed = first;
            case OrderConfirmed confirmed -> {
                checkEverythingIsReserved();
                unless(payment.authorizedMinor() == confirmed.authorizedMinor(), "confirmed without the money");
            }
            case OrderShipped sent -> sent.lines().forEach(line -> count(shipped, line.lineNumber(), line.quantity()));
            case OrderReturned back -> {
                refundsPromisedMinor += back.refundMinor();
                back.lines().stream()
                        .filter(line -> line.restock())
                        .forEach(line -> count(restocked, line.lineNumber(), line.quantity()));
            }
            case OrderCompleted _, OrderCancelled _, OrderExpired _, OrderRejected _ -> checkEnd();
            case OrderHeld _, OrderReleased _, OrderCancelling _ -> {}
        }
    }

    /** Money is asked for only when all the goods are there, and exactly what they cost. */
    void on(PaymentCommand command) {
        if (command instanceof AuthorizePayment authorize) {
            checkEverythingIsReserved();
            unless(authorize.amountMinor() == placed().totalMinor(), "asks for another amount than the total");
        }
    }

    /** The private state and the public history never differ. */
    void checkState(Order order) {
        unless(order.status() == history.status(), "is ", order.status(), ", but the history says ", history);
        unless(order.standing().sequence() == history.sequence(), "counts its events wrongly");
    }

    /** I5 at every prefix: the money of the gateway against the goods that left. */
    void checkMoney() {
        unless(payment.outstandingMinor() >= 0, "I5: more taken than was authorised");
        unless(payment.capturedMinor() <= history.shippedMinor(), "I5: more captured than has shipped");
        unless(payment.refundedMinor() <= payment.capturedMinor(), "I5: more refunded than captured");
    }

    /** I5 and I7 when an order ends: nobody holds anything for it. */
    private void checkEnd() {
        for (StockModel pool : pools) {
            unless(pool.open(orderId).isEmpty(), "I7: ended, but ", pool.pool(), " holds ", pool.open(orderId));
        }
        long kept = history.status() == OrderStatus.COMPLETED ? history.shippedMinor() : 0;
        unless(payment.capturedMinor() == kept, "I5: ended with ", payment.capturedMinor(), " captured of ", kept);
        boolean moneyMayComeStill = payment.wasApprovedLate();
        unless(moneyMayComeStill || payment.outstandingMinor() == 0, "I5: ended with money outstanding");
        unless(moneyMayComeStill || !payment.hasOpen() || history.status() == OrderStatus.COMPLETED, "ended too early");
    }

    /** When all is quiet: the order has ended, and everybody did what the history says. */
    void checkQuiet(@Nullable Order order) {
        if (order == null) {
            unless(history.sequence() == 0, "events without an order");
            return;
        }
        unless(history.terminalEvents() == 1, "I4: never ends: ", history, ", ", order);
        unless(!payment.hasOpen() && payment.outstandingMinor() == 0, "I5: quiet with money outstanding");
        unless(payment.capturedMinor() == history.shippedMinor(), "I5: quiet with goods not paid for");
        unless(payment.refundedMinor() == refundsPromisedMinor, "promised to refund ", refundsPromisedMinor);
        for (StockModel pool : pools) {
            unless(pool.open(orderId).isEmpty(), "I7: quiet, but ", pool.pool(), " holds ", pool.open(orderId));
            unless(
                    pool.consumed(orderId).equals(shipped.getOrDefault(pool.pool(), Map.of())),
                    "I7: ",
                    pool.pool(),
                    " consumed ",
                    pool.consumed(orderId),
                    " for ",
                    shipped);
            unless(
                    pool.returned(orderId).equals(restocked.getOrDefault(pool.pool(), Map.of())),
                    "I7: ",
                    pool.pool(),
                    " took back ",
                    pool.returned(orderId),
                    " for ",
                    restocked);
        }
    }

    OrderHistory history() {
        return history;
    }

    private void checkEverythingIsReserved() {
        Map<String, Map<String, Integer>> wanted = new HashMap<>();
        for (OrderLine line : placed().lines()) {
            count(wanted, line.lineNumber(), line.quantity());
        }
        for (StockModel pool : pools) {
            unless(
                    pool.open(orderId).equals(wanted.getOrDefault(pool.pool(), Map.of())),
                    "goes on without the stock: ",
                    pool.pool(),
                    " holds ",
                    pool.open(orderId),
                    " of ",
                    wanted);
        }
    }

    private void count(Map<String, Map<String, Integer>> units, int lineNumber, int quantity) {
        OrderLine line = placed().lines().get(lineNumber - 1);
        units.computeIfAbsent(POOLS.poolOf(line.location(), line.sku()), unseen -> new HashMap<>())
                .merge(line.sku(), quantity, Integer::sum);
    }

    private OrderPlaced placed() {
        if (placed == null) {
            throw new LawBroken("something happened to an order that was never placed");
        }
        return placed;
    }
}
