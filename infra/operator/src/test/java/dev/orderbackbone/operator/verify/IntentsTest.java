package dev.orderbackbone.operator.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.OrderIds;
import dev.orderbackbone.contract.order.OrderPlaced;
import dev.orderbackbone.contract.order.OrderSubmitted;
import dev.orderbackbone.operator.verify.history.History;
import dev.orderbackbone.operator.verify.history.Plot;
import dev.orderbackbone.operator.verify.history.World;
import dev.orderbackbone.operator.verify.invariant.Law;
import org.junit.jupiter.api.Test;

class IntentsTest {

    @Test
    void noticesTwoOrdersForOneIntent() {
        History history = new History();
        World world = history.begin(31);
        world.tell(10, Plot.SHIPPED);
        OrderPlaced first = history.first(OrderPlaced.class);
        world.tellOf(first.idempotencyKey(), OrderIds.of(World.STORE, "something else"), Plot.SHIPPED);

        Report report = Audits.auditEnded(history);

        Audits.assertBreaks(report, Law.I2);
        assertThat(report.of(Law.I2).violations())
                .as("a wrong id, and a second order")
                .isEqualTo(2);
        assertThat(report.of(Law.I2).printed())
                .anySatisfy(violation ->
                        assertThat(violation.seen()).contains(first.meta().orderId()));
    }

    @Test
    void noticesAnOrderIdThatDoesNotFollowFromTheKey() {
        History history = History.of(32, 10, Plot.SHIPPED);
        rewrite(history, history.first(OrderPlaced.class).meta(), "another key");

        Audits.assertBreaks(Audits.auditEnded(history), Law.I2);
    }

    @Test
    void noticesAnOrderIdThatBelongsToAnotherStore() {
        History history = History.of(33, 10, Plot.SHIPPED);
        OrderPlaced placed = history.first(OrderPlaced.class);
        rewrite(history, Metas.inStore(placed.meta(), "shop-2"), placed.idempotencyKey());

        Audits.assertBreaks(Audits.auditEnded(history), Law.I2);
    }

    /** Changes an order's key and store, consistently in its submission and in its first event. */
    private static void rewrite(History history, Meta placedMeta, String key) {
        OrderSubmitted submitted = history.first(
                OrderSubmitted.class, event -> event.meta().eventId().equals(placedMeta.causationId()));
        history.replace(
                submitted,
                event -> new OrderSubmitted(
                        Metas.inStore(event.meta(), placedMeta.storeId()),
                        key,
                        event.customerId(),
                        event.contact(),
                        event.country(),
                        event.currency(),
                        event.lines(),
                        event.charges(),
                        event.totalMinor(),
                        event.paymentMethod(),
                        event.orderedAt()));
        history.replace(
                history.first(OrderPlaced.class, event -> event.meta().eventId().equals(placedMeta.eventId())),
                event -> new OrderPlaced(
                        placedMeta,
                        key,
                        event.contentHash(),
                        event.customerId(),
                        event.contact(),
                        event.country(),
                        event.currency(),
                        event.lines(),
                        event.charges(),
                        event.totalMinor(),
                        event.orderedAt(),
                        event.confirmBy()));
    }
}
