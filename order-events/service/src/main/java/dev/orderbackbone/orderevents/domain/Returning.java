package dev.orderbackbone.orderevents.domain;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.inventory.ReturnStock;
import dev.orderbackbone.contract.order.ContentHash;
import dev.orderbackbone.contract.order.OrderReturned;
import dev.orderbackbone.contract.order.ReturnReceived;
import dev.orderbackbone.contract.order.ReturnedLine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goods come back: those that can be sold go on the shelf again, and their price is paid back. Never more than has shipped. */
final class Returning {
    /** Most returns of an order: each is remembered, to know a repetition. */
    static final int MOST_RETURNS = 250;

    private Returning() {}

    static Decision<Order> received(Order order, ReturnReceived received, Turn turn) {
        long contentHash = ContentHash.of(received);
        Return known = order.returned(received.returnId());
        if (known != null && known.contentHash() == contentHash) {
            return Decision.ignored(Why.DUPLICATE);
        }
        BrokenRule broken = known == null ? firstBroken(order, received) : otherContent();
        return broken == null
                ? NextStep.after(takeBack(order, received, contentHash, turn), turn)
                : turn.refused(order, received, broken);
    }

    private static Order takeBack(Order order, ReturnReceived received, long contentHash, Turn turn) {
        List<Line> lines = new ArrayList<>(order.lines());
        PoolQuantities restocked = new PoolQuantities();
        long priceMinor = 0;
        for (ReturnedLine returned : received.lines()) {
            Line line = lines.get(returned.lineNumber() - 1);
            lines.set(returned.lineNumber() - 1, line.takeBack(returned.quantity()));
            priceMinor += returned.quantity() * line.unitPriceMinor();
            if (returned.restock()) {
                restocked.add(line, returned.quantity());
            }
        }
        // Discounts may have left less to capture than the goods cost.
        long refundMinor = Math.min(priceMinor, order.payment().refundableMinor());
        turn.publish(
                meta -> new OrderReturned(meta, received.returnId(), received.lines(), refundMinor, received.reason()));
        restocked.forEach((reservation, stock) -> turn.command(meta ->
                new ReturnStock(meta, order.reservations().get(reservation).pool(), received.returnId(), stock)));
        Order returned = order.withLines(lines).plus(new Return(received.returnId(), contentHash));
        return Refunding.promise(returned, received.returnId(), refundMinor);
    }

    private static @Nullable BrokenRule firstBroken(Order order, ReturnReceived received) {
        return order.returns().size() >= MOST_RETURNS
                ? new BrokenRule("returns-limit", "/returnId", "the order has " + MOST_RETURNS + " returns")
                : Units.firstBeyond(Units.of(received), order.lines(), Line::returnable, "exceeds-shipped");
    }

    private static BrokenRule otherContent() {
        return new BrokenRule("other-content", "/returnId", "was used for a return with other content, which stands");
    }
}
