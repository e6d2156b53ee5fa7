package dev.orderbackbone.operator.demo;

import dev.orderbackbone.contract.order.IntakeRefused;
import dev.orderbackbone.contract.order.OrderEvent;
import dev.orderbackbone.contract.order.OrderReturned;
import dev.orderbackbone.contract.order.OrderSubmitted;
import dev.orderbackbone.contract.order.ReturnReceived;
import dev.orderbackbone.operator.demo.retail.Input;
import dev.orderbackbone.operator.demo.retail.Input.Return.Part;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What has become of every input: exactly one of an order, a return, an adjustment or a refusal with a reason; or nothing yet. Knows only what it
 * is told: what clients were answered, and what stands on topics. Thread-safe; it has no clock, no network and no thread of its own.
 */
final class Accounts {
    /** Of a return whose order did not ship in the end. */
    static final String ORDER_NOT_SHIPPED = "order-not-shipped";

    private static final String SUBMISSION = OrderSubmitted.class.getSimpleName();
    private static final String RETURN = ReturnReceived.class.getSimpleName();

    private final List<Input> inputs;
    private final Map<String, OrderAccount> orders = new HashMap<>();
    private final Map<String, ReturnAccount> returns = new HashMap<>();
    private final Map<String, AdjustmentAccount> adjustments = new HashMap<>();
    private int onTheirWay;
    private int closed;
    private long changes;

    /** The accounts of these inputs, of which nothing has become yet. */
    Accounts(List<Input> inputs) {
        this.inputs = List.copyOf(inputs);
        for (Input input : inputs) {
            switch (input) {
                case Input.Order order -> orders.put(order.order().orderId(), new OrderAccount());
                case Input.Return goods -> returns.put(goods.invoice(), new ReturnAccount(goods));
                case Input.Adjustment adjustment -> adjustments.put(adjustment.invoice(), new AdjustmentAccount());
                case Input.Refused _ -> {}
            }
        }
        for (ReturnAccount goods : returns.values()) {
            for (ReturnPart part : goods.parts()) {
                orderOf(part.orderId()).expect(part);
            }
        }
    }

    // --- what is being done ---------------------------------------------------------------------------------------

    /** Returns when fewer than {@code most} orders are on their way. */
    synchronized void awaitRoom(int most) throws InterruptedException {
        while (onTheirWay >= most) {
            wait();
        }
    }

    /** An order is being sent. */
    synchronized void sending(String orderId) {
        change(orderOf(orderId), order -> {
            order.send();
            return List.of();
        });
    }

    /** An order was refused at the door. */
    synchronized void refused(String orderId, String rule) {
        change(orderOf(orderId), order -> {
            order.refuse(rule);
            return List.of();
        });
    }

    /** Nobody answered: whether the log has the order is not known, unless it says so itself. */
    synchronized void lost(String orderId) {
        change(orderOf(orderId), order -> {
            order.lose();
            return List.of();
        });
    }

    /** The turn of a return has come: what of it can be sent now. The rest waits until its orders are completed, or goes nowhere. */
    synchronized List<Part> returning(String invoice) {
        changes++;
        List<ReturnPart> parts = accountOf(returns, invoice).parts();
        parts.forEach(ReturnPart::turn);
        return parts.stream().flatMap(part -> part.takeIfReady().stream()).toList();
    }

    /** A part of a return was refused at the door. */
    synchronized void refusedReturn(Part refused, String rule) {
        changes++;
        returns.values().stream()
                .flatMap(account -> account.parts().stream())
                .filter(part -> part.returnId().equals(refused.returnId())
                        && part.orderId().equals(refused.orderId()))
                .forEach(part -> part.refuse(rule));
    }

    /** An adjustment was refused at the door. */
    synchronized void refusedAdjustment(String invoice, String rule) {
        changes++;
        accountOf(adjustments, invoice).refuse(rule);
    }

    // --- what the log says ----------------------------------------------------------------------------------------

    /** An order has gone on; answers what of it can be returned now. */
    synchronized List<Part> see(OrderEvent event) {
        return find(event.meta().orderId())
                .map(known -> change(known, order -> {
                    if (event instanceof OrderReturned returned) {
                        order.returned(returned.returnId());
                        return List.of();
                    }
                    return order.see(event);
                }))
                .orElse(List.of());
    }

    /** The saga has refused something. */
    synchronized void see(IntakeRefused refused) {
        find(refused.meta().orderId())
                .ifPresent(known -> change(known, order -> {
                    if (refused.intakeType().equals(SUBMISSION)) {
                        order.refuse(refused.rule());
                    } else if (refused.intakeType().equals(RETURN)) {
                        order.refuseOneReturn(refused.rule());
                    }
                    return List.of();
                }));
    }

    /** Stock was adjusted. */
    synchronized void adjusted(String invoice) {
        changes++;
        Optional.ofNullable(adjustments.get(invoice)).ifPresent(AdjustmentAccount::apply);
    }

    // --- what it comes to -----------------------------------------------------------------------------------------

    /** Grows whenever anything happens. */
    synchronized long changes() {
        return changes;
    }

    /** Orders that have their outcome. */
    synchronized int closedOrders() {
        return closed;
    }

    /** How many inputs have no outcome yet. */
    synchronized long pending() {
        return orders.size()
                - closed
                + returns.values().stream().filter(ReturnAccount::isPending).count()
                + adjustments.values().stream()
                        .filter(AdjustmentAccount::isPending)
                        .count();
    }

    /** What all of it comes to now. */
    synchronized Accounting total() {
        Accounting.Sum sum = new Accounting.Sum(inputs.size());
        for (Input input : inputs) {
            switch (input) {
                case Input.Order order -> orderOf(order.order().orderId()).addTo(sum, order.invoice());
                case Input.Return goods -> accountOf(returns, goods.invoice()).addTo(sum);
                case Input.Adjustment adjustment ->
                    accountOf(adjustments, adjustment.invoice()).addTo(sum, adjustment.invoice());
                case Input.Refused refused -> sum.refusal(refused.reason());
            }
        }
        return sum.accounting();
    }

    private List<Part> change(OrderAccount order, Function<OrderAccount, List<Part>> change) {
        onTheirWay -= order.isOnItsWay() ? 1 : 0;
        closed -= order.isClosed() ? 1 : 0;
        List<Part> result = change.apply(order);
        onTheirWay += order.isOnItsWay() ? 1 : 0;
        closed += order.isClosed() ? 1 : 0;
        changes++;
        notifyAll();
        return result;
    }

    private Optional<OrderAccount> find(String orderId) {
        return Optional.ofNullable(orders.get(orderId));
    }

    private OrderAccount orderOf(String orderId) {
        return accountOf(orders, orderId);
    }

    private static <A> A accountOf(Map<String, A> accounts, String id) {
        A account = accounts.get(id);
        if (account == null) {
            throw new IllegalArgumentException("no input is " + id);
        }
        return account;
    }
}
