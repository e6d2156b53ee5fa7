package dev.orderbackbone.operator.verify.history;

import dev.orderbackbone.contract.inventory.StockLine;
import dev.orderbackbone.contract.order.CancellationReason;
import dev.orderbackbone.contract.order.CancellationRequested;
import dev.orderbackbone.contract.order.Charge;
import dev.orderbackbone.contract.order.HoldReason;
import dev.orderbackbone.contract.order.HoldRequested;
import dev.orderbackbone.contract.order.OrderCompleted;
import dev.orderbackbone.contract.order.OrderHeld;
import dev.orderbackbone.contract.order.OrderReleased;
import dev.orderbackbone.contract.order.OrderReturned;
import dev.orderbackbone.contract.order.OrderShipped;
import dev.orderbackbone.contract.order.OrderStatus;
import dev.orderbackbone.contract.order.ReleaseRequested;
import dev.orderbackbone.contract.order.ReturnReceived;
import dev.orderbackbone.contract.order.ReturnedLine;
import dev.orderbackbone.contract.order.ShipmentDispatched;
import dev.orderbackbone.contract.order.ShippedLine;
import dev.orderbackbone.operator.verify.history.Plot.Turn;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** What happens to an order that is confirmed. */
final class Shipping {
    private final Story story;
    private long shippedMinor;
    private long chargesLeftMinor;
    private long refundedMinor;
    private int shipments;

    Shipping(Story story) {
        this.story = story;
        this.chargesLeftMinor =
                story.cart.charges.stream().mapToLong(Charge::amountMinor).sum();
    }

    boolean hasShipped() {
        return shipments > 0;
    }

    long shippedMinor() {
        return shippedMinor;
    }

    void confirmed() {
        if (story.plot.has(Turn.WAIT)) {
            return;
        }
        if (story.plot.has(Turn.HOLD)) {
            story.then(this::hold);
        } else if (story.plot.has(Turn.SHIP_PART)) {
            List<ShippedLine> first = story.cart.everything().subList(0, 1);
            story.then(() -> dispatch(first, this::afterPart));
        } else if (story.plot.has(Turn.CANCEL)) {
            story.then(this::cancel);
        } else {
            story.then(() -> dispatch(story.cart.everything(), this::complete));
        }
    }

    private void hold() {
        UUID request = story.world.write(new HoldRequested(story.root(), "hold-1", "looks odd", "eve"));
        story.tell(
                request,
                OrderStatus.HELD,
                meta -> new OrderHeld(meta, HoldReason.OPERATOR, "looks odd", OrderStatus.CONFIRMED));
        story.then(() -> {
            UUID release = story.world.write(new ReleaseRequested(story.root(), "release-1", "fine", "eve"));
            story.tell(
                    release,
                    OrderStatus.CONFIRMED,
                    meta -> new OrderReleased(meta, HoldReason.OPERATOR, OrderStatus.CONFIRMED));
            story.then(() -> dispatch(story.cart.everything(), this::complete));
        });
    }

    private void afterPart(UUID cause) {
        if (story.plot.has(Turn.CANCEL)) {
            story.then(this::cancel);
        } else {
            List<ShippedLine> rest = story.cart.everything().subList(1, story.cart.lines.size());
            story.then(() -> dispatch(rest, this::complete));
        }
    }

    private void cancel() {
        UUID request =
                story.world.write(new CancellationRequested(story.root(), "request-1", "changed my mind", "customer"));
        story.cancelling.begin(CancellationReason.REQUESTED, request);
        Join join = new Join(2, story.cancelling::end);
        story.reserving.releaseAll(request, join::done);
        story.paying.giveBack(request, join::done);
    }

    private void dispatch(List<ShippedLine> lines, Consumer<UUID> then) {
        String shipmentId = "shipment-" + ++shipments;
        UUID dispatched = story.world.write(new ShipmentDispatched(story.root(), shipmentId, lines, "post", "T1"));
        long valueMinor = story.cart.goodsMinor(lines) + chargesLeftMinor;
        long amountMinor = Math.max(0, valueMinor);
        chargesLeftMinor = valueMinor - amountMinor;
        shippedMinor += amountMinor;
        UUID shipped = story.tell(
                dispatched,
                OrderStatus.PROCESSING,
                meta -> new OrderShipped(meta, shipmentId, lines, amountMinor, "post", "T1"));
        story.telling.shipped(shipmentId, amountMinor, shipped);
        boolean returnsEarly = story.plot.has(Turn.RETURN_EARLY);
        Join join = new Join(amountMinor == 0 ? 1 : 2, then);
        Map<String, List<StockLine>> byPool = story.cart.byPool(lines);
        story.reserving.consume(shipmentId, byPool, dispatched, consumed -> {
            if (returnsEarly) {
                // The money has not come in yet, so the refund waits for it.
                takeBack(false);
            }
            join.done(consumed);
        });
        if (amountMinor > 0) {
            story.paying.capture(shipmentId, amountMinor, dispatched, join::done);
        }
    }

    private void complete(UUID cause) {
        story.tell(cause, OrderStatus.COMPLETED, meta -> new OrderCompleted(meta, shippedMinor));
        if (story.plot.has(Turn.RETURN)) {
            story.then(() -> takeBack(true));
        }
        if (story.plot.has(Turn.RETURN_EARLY) && refundedMinor > 0) {
            story.paying.refund("return-1", refundedMinor, cause);
        }
    }

    /** The last line comes back whole, one unit of it broken where there are several. */
    private void takeBack(boolean refundsAtOnce) {
        ShippedLine last = story.cart.everything().getLast();
        int broken = last.quantity() > 1 ? 1 : 0;
        List<ReturnedLine> lines = broken == 0
                ? List.of(new ReturnedLine(last.lineNumber(), last.quantity(), true))
                : List.of(
                        new ReturnedLine(last.lineNumber(), last.quantity() - broken, true),
                        new ReturnedLine(last.lineNumber(), broken, false));
        UUID received = story.world.write(new ReturnReceived(story.root(), "return-1", lines, "too small"));
        long refundMinor = Math.min(story.cart.goodsMinor(List.of(last)), shippedMinor - refundedMinor);
        refundedMinor += refundMinor;
        story.tell(
                received, story.status, meta -> new OrderReturned(meta, "return-1", lines, refundMinor, "too small"));
        List<ShippedLine> whole = List.of(new ShippedLine(last.lineNumber(), last.quantity() - broken));
        story.reserving.takeBack("return-1", story.cart.byPool(whole), received);
        if (refundsAtOnce && refundMinor > 0) {
            story.paying.refund("return-1", refundMinor, received);
        }
    }
}
