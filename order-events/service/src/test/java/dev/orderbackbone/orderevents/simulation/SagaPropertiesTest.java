package dev.orderbackbone.orderevents.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.inventory.InventoryEvent;
import dev.orderbackbone.contract.inventory.StockReturned;
import dev.orderbackbone.contract.order.IntakeEvent;
import dev.orderbackbone.contract.order.OrderEvent;
import dev.orderbackbone.contract.order.OrderSubmitted;
import dev.orderbackbone.contract.payment.PaymentEvent;
import dev.orderbackbone.contract.payment.PaymentOutcomeResolved;
import dev.orderbackbone.orderevents.domain.Order;
import dev.orderbackbone.orderevents.domain.SagaInput;
import dev.orderbackbone.schemas.serde.StateSerde;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The laws hold in every world. A failure names its seed and prints what happened; {@code -Dsaga.seed=SEED} runs that world alone,
 * {@code -Dsaga.seeds=COUNT} runs more of them.
 */
class SagaPropertiesTest {
    private static final long FIRST_SEED = Long.getLong("saga.seed", 1);
    private static final long SEEDS = Long.getLong("saga.seeds", System.getProperty("saga.seed") == null ? 3_000 : 1);

    private static final String[] PARTNERS_ARE_TOLD = {
        "ReserveStock",
        "ReleaseReservation",
        "ConsumeReservation",
        "ReturnStock",
        "AuthorizePayment",
        "CapturePayment",
        "VoidPayment",
        "RefundPayment"
    };

    private static final String[] REFUSALS = {
        "unknown-order",
        "other-content",
        "not-cancellable",
        "not-holdable",
        "not-held",
        "outcome-unknown",
        "order-not-confirmed",
        "order-held",
        "order-closed",
        "exceeds-unshipped",
        "exceeds-shipped",
        "unknown-line",
        "quantity-range"
    };

    @Test
    void everyOrderEndsAndNoLawIsBrokenOnTheWay() {
        Tally tally = new Tally();
        Decider decider = Decider.genuine();
        for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
            World.run(seed, decider, tally);
        }
        if (Boolean.getBoolean("saga.print")) {
            System.out.println(tally);
        }
        if (SEEDS >= 1_000) {
            assertThatEverythingHappened(tally);
        }
    }

    @Test
    void everyStateThatAnOrderCanBeInSurvivesItsBytes() {
        StateSerde<Order> serde = StateSerde.ofResource(Order.class, "/state/Order.avsc");
        Decider genuine = Decider.genuine();
        Decider stored = new Decider() {
            @Override
            public Decision<Order> decide(@Nullable Order order, String key, SagaInput input, Instant now) {
                Order read = serde.deserialize("orders", serde.serialize("orders", order));
                assertThat(read).isEqualTo(order);
                return genuine.decide(read, key, input, now);
            }

            @Override
            public Decision<Order> decideDue(Order order, String key, Instant now) {
                return genuine.decideDue(order, key, now);
            }
        };
        for (long seed = 1; seed <= 200; seed++) {
            World.run(seed, stored, new Tally());
        }
    }

    /** A law that was never put to the test proves nothing. */
    private static void assertThatEverythingHappened(Tally tally) {
        assertThat(tally.of("told").keySet())
                .contains(kindsOf(OrderEvent.class))
                .contains(PARTNERS_ARE_TOLD);
        assertThat(tally.of("refused").keySet()).contains(REFUSALS);
        assertThat(tally.of("ignored duplicate").keySet())
                .contains(kindsOf(PaymentEvent.class, PaymentOutcomeResolved.class))
                .contains(kindsOf(InventoryEvent.class, StockReturned.class))
                .contains(kindsOf(IntakeEvent.class, OrderSubmitted.class));
        assertThat(tally.of("ignored late").keySet())
                .contains("PaymentOutcomeUnknown", "PaymentOutcomeResolved", "StockReserved");
    }

    private static String[] kindsOf(Class<?> sealedType, Class<?>... others) {
        return Arrays.stream(sealedType.getPermittedSubclasses())
                .filter(kind -> !List.of(others).contains(kind))
                .map(Class::getSimpleName)
                .toArray(String[]::new);
    }
}
