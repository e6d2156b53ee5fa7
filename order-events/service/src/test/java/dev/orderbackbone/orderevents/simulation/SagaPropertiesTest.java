package dev.orderbackbone.orderevents.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.order.IntakeRefused;
import dev.orderbackbone.contract.order.OrderEvent;
import dev.orderbackbone.orderevents.domain.Order;
import dev.orderbackbone.orderevents.domain.SagaInput;
import dev.orderbackbone.schemas.serde.StateSerde;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The laws hold in every world. A failure names its seed and prints what happened; {@code -Dsaga.seed=SEED} runs that world alone,
 * {@code -Dsaga.seeds=COUNT} runs more of them.
 */
class SagaPropertiesTest {
    private static final long FIRST_SEED = Long.getLong("saga.seed", 1);
    private static final long SEEDS = Long.getLong("saga.seeds", System.getProperty("saga.seed") == null ? 5_000 : 1);

    @Test
    void everyOrderEndsAndNoLawIsBrokenOnTheWay() {
        Tally tally = new Tally();
        Decider decider = Decider.genuine();
        for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
            World.run(seed, decider, tally);
        }
        if (Boolean.getBoolean("saga.print")) {
            tally.counts().forEach((what, count) -> System.out.println(count + "  " + what));
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

    private static void assertThatEverythingHappened(Tally tally) {
        assertThat(tally.counts().keySet())
                .contains(Arrays.stream(OrderEvent.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .toArray(String[]::new))
                .contains(
                        "ReserveStock",
                        "ReleaseReservation",
                        "ConsumeReservation",
                        "ReturnStock",
                        "AuthorizePayment",
                        "CapturePayment",
                        "VoidPayment",
                        "RefundPayment",
                        IntakeRefused.class.getSimpleName());
    }
}
