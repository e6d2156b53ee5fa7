package dev.orderbackbone.operator.verify.history;

import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.order.ContentHash;
import dev.orderbackbone.contract.order.IntakeRefused;
import dev.orderbackbone.contract.order.OrderPlaced;
import dev.orderbackbone.contract.order.OrderStatus;
import dev.orderbackbone.contract.order.OrderSubmitted;
import dev.orderbackbone.contract.order.ShipmentDispatched;
import dev.orderbackbone.operator.verify.history.Plot.Turn;
import dev.orderbackbone.operator.verify.history.Sink.Fate;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** How an order comes in. */
final class Submitting {
    private static final Duration CONFIRM_WITHIN = Duration.ofMinutes(30);

    private final Story story;

    Submitting(Story story) {
        this.story = story;
    }

    void submit() {
        if (story.plot.has(Turn.GARBAGE)) {
            story.world.writeGarbage(story.id);
        }
        if (story.plot.has(Turn.WRONG_TOTAL)) {
            submitWrongly();
            return;
        }
        OrderSubmitted submitted = submission(story.root(), story.cart.totalMinor());
        UUID cause = story.world.write(submitted);
        story.world.accepted(story.id);
        if (story.plot.has(Turn.SEND_TWICE)) {
            story.world.write(submitted, Fate.REPEATED);
        }
        place(submitted, cause);
        if (story.plot.has(Turn.REPEAT)) {
            story.world.write(submission(story.root(), story.cart.totalMinor()), Fate.REPEATED);
        }
        if (story.plot.has(Turn.OTHER_CONTENT)) {
            UUID other = story.world.write(submission(story.root(), story.cart.totalMinor() + 1));
            refuse("OrderSubmitted", "other-content", other);
        }
        if (story.plot.has(Turn.SHIP_TOO_EARLY)) {
            ShipmentDispatched early =
                    new ShipmentDispatched(story.root(), "early", story.cart.everything(), null, null);
            refuse("ShipmentDispatched", "order-not-confirmed", story.world.write(early));
        }
    }

    private void submitWrongly() {
        refuse("OrderSubmitted", "total-equals-sum", story.world.write(submission(story.root(), -1)));
        if (story.plot.has(Turn.REPEAT)) {
            refuse("OrderSubmitted", "total-equals-sum", story.world.write(submission(story.root(), -1)));
        }
    }

    private void place(OrderSubmitted submitted, UUID cause) {
        story.tell(
                cause,
                OrderStatus.PENDING,
                meta -> new OrderPlaced(
                        meta,
                        submitted.idempotencyKey(),
                        ContentHash.of(submitted),
                        submitted.customerId(),
                        submitted.contact(),
                        submitted.country(),
                        submitted.currency(),
                        submitted.lines(),
                        submitted.charges(),
                        submitted.totalMinor(),
                        submitted.orderedAt(),
                        story.world.now().plus(CONFIRM_WITHIN)));
        story.reserving.ask(cause);
    }

    private OrderSubmitted submission(Meta meta, long totalMinor) {
        return new OrderSubmitted(
                meta,
                story.key,
                "customer-7",
                story.contact,
                "DE",
                story.currency,
                story.cart.lines,
                story.cart.charges,
                totalMinor,
                "token-1",
                Instant.parse("2026-03-01T07:59:00Z"));
    }

    private void refuse(String type, String rule, UUID cause) {
        story.world.write(new IntakeRefused(story.caused(cause), type, rule, "", "not like this"));
    }
}
