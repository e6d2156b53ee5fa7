package dev.orderbackbone.orderevents.domain;

import dev.orderbackbone.contract.order.IntakeEvent;
import dev.orderbackbone.contract.order.OrderSubmitted;
import org.jspecify.annotations.Nullable;

/** What an intake event must be like before it is asked what it means to the order. */
final class Door {
    static final BrokenRule UNKNOWN_ORDER = new BrokenRule("unknown-order", "/meta/orderId", "there is no such order");

    private Door() {}

    static @Nullable BrokenRule firstBroken(@Nullable Order order, String key, IntakeEvent event) {
        if (!key.equals(event.meta().orderId())) {
            return new BrokenRule("key-is-order-id", "/meta/orderId", "came under another key than its order id");
        }
        // What a second submission states is compared with the first, not judged: rules may be stricter now than they
        // were then.
        return order != null && event instanceof OrderSubmitted again
                ? SubmissionRules.brokenOrderId(again)
                : IntakeRules.firstBroken(event);
    }
}
