package dev.orderbackbone.operator.verify.history;

import dev.orderbackbone.contract.order.CancellationReason;
import dev.orderbackbone.contract.order.OrderCancelled;
import dev.orderbackbone.contract.order.OrderCancelling;
import dev.orderbackbone.contract.order.OrderCompleted;
import dev.orderbackbone.contract.order.OrderExpired;
import dev.orderbackbone.contract.order.OrderRejected;
import dev.orderbackbone.contract.order.OrderStatus;
import java.util.UUID;

/** An order is taken back. */
final class Cancelling {
    private final Story story;
    private CancellationReason reason = CancellationReason.UNKNOWN;

    Cancelling(Story story) {
        this.story = story;
    }

    void begin(CancellationReason why, UUID cause) {
        reason = why;
        story.tell(cause, OrderStatus.CANCELLING, meta -> new OrderCancelling(meta, why, "taken back"));
    }

    void end(UUID cause) {
        if (story.shipping.hasShipped()) {
            story.tell(cause, OrderStatus.COMPLETED, meta -> new OrderCompleted(meta, story.shipping.shippedMinor()));
            return;
        }
        switch (reason) {
            case REQUESTED ->
                story.telling.cancelled(
                        story.tell(cause, OrderStatus.CANCELLED, meta -> new OrderCancelled(meta, "as requested")));
            case EXPIRED -> story.telling.cancelled(story.tell(cause, OrderStatus.EXPIRED, OrderExpired::new));
            case OUT_OF_STOCK, PAYMENT_DECLINED ->
                story.telling.rejected(
                        story.tell(cause, OrderStatus.REJECTED, meta -> new OrderRejected(meta, reason, "sorry")));
            case UNKNOWN -> throw new IllegalStateException();
        }
    }
}
