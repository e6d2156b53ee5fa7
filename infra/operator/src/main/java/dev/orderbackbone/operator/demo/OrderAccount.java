package dev.orderbackbone.operator.demo;

import dev.orderbackbone.contract.order.OrderCancelled;
import dev.orderbackbone.contract.order.OrderCancelling;
import dev.orderbackbone.contract.order.OrderCompleted;
import dev.orderbackbone.contract.order.OrderConfirmed;
import dev.orderbackbone.contract.order.OrderEvent;
import dev.orderbackbone.contract.order.OrderExpired;
import dev.orderbackbone.contract.order.OrderHeld;
import dev.orderbackbone.contract.order.OrderPlaced;
import dev.orderbackbone.contract.order.OrderRejected;
import dev.orderbackbone.contract.order.OrderReleased;
import dev.orderbackbone.contract.order.OrderReturned;
import dev.orderbackbone.contract.order.OrderShipped;
import dev.orderbackbone.contract.order.OrderStatus;
import dev.orderbackbone.operator.demo.retail.Input.Return.Part;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What has become of one order. */
final class OrderAccount {
    private static final Set<OrderStatus> ENDED =
            EnumSet.of(OrderStatus.COMPLETED, OrderStatus.REJECTED, OrderStatus.CANCELLED, OrderStatus.EXPIRED);

    private final List<ReturnPart> returns = new ArrayList<>();
    private boolean sent;
    private boolean lost;
    private @Nullable OrderStatus status;
    private @Nullable String refusal;

    /** A return of this order's goods is among the inputs. */
    void expect(ReturnPart part) {
        returns.add(part);
    }

    void send() {
        sent = true;
    }

    void lose() {
        lost = true;
    }

    /** Refused, at the door or by the saga; an order that was placed stays what it is. */
    void refuse(String rule) {
        if (status == null) {
            refusal = rule;
            returns.forEach(ReturnPart::orderHasNotShipped);
        }
    }

    /** Goes on; answers what can be returned now. */
    List<Part> see(OrderEvent event) {
        boolean wasEnded = isEnded();
        status = statusAfter(event);
        if (wasEnded || !isEnded()) {
            return List.of();
        }
        if (status != OrderStatus.COMPLETED) {
            returns.forEach(ReturnPart::orderHasNotShipped);
            return List.of();
        }
        returns.forEach(ReturnPart::orderHasShipped);
        return returns.stream().flatMap(part -> part.takeIfReady().stream()).toList();
    }

    void returned(String returnId) {
        returns.stream().filter(part -> part.returnId().equals(returnId)).forEach(ReturnPart::complete);
    }

    /** The saga does not say which: where several are under way, one of them counts. */
    void refuseOneReturn(String rule) {
        returns.stream().filter(ReturnPart::isUnderWay).findFirst().ifPresent(part -> part.refuse(rule));
    }

    /** Whether it takes up room: it was sent, and nothing has become of it yet. */
    boolean isOnItsWay() {
        return sent && !lost && !isClosed();
    }

    /** Whether it has its outcome. */
    boolean isClosed() {
        return refusal != null || isEnded();
    }

    void addTo(Accounting.Sum sum, String invoice) {
        if (refusal != null) {
            sum.refusal(refusal);
        } else if (status != null) {
            sum.order(status);
        } else {
            sum.unaccounted(invoice);
        }
    }

    private boolean isEnded() {
        return status != null && ENDED.contains(status);
    }

    private @Nullable OrderStatus statusAfter(OrderEvent event) {
        return switch (event) {
            case OrderPlaced _ -> OrderStatus.PENDING;
            case OrderConfirmed _ -> OrderStatus.CONFIRMED;
            case OrderHeld _ -> OrderStatus.HELD;
            case OrderReleased released -> released.resumed();
            case OrderCancelling _ -> OrderStatus.CANCELLING;
            case OrderShipped _ -> status == OrderStatus.HELD ? OrderStatus.HELD : OrderStatus.PROCESSING;
            case OrderCompleted _ -> OrderStatus.COMPLETED;
            case OrderRejected _ -> OrderStatus.REJECTED;
            case OrderCancelled _ -> OrderStatus.CANCELLED;
            case OrderExpired _ -> OrderStatus.EXPIRED;
            case OrderReturned _ -> status;
        };
    }
}
