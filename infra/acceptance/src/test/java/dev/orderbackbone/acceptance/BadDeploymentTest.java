package dev.orderbackbone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.acceptance.runbook.Operator;
import dev.orderbackbone.acceptance.stack.RunningStack;
import dev.orderbackbone.acceptance.stack.SharedStack;
import dev.orderbackbone.acceptance.stack.Typed;
import dev.orderbackbone.local.Distribution;
import dev.orderbackbone.local.LocalKey;
import dev.orderbackbone.orderevents.client.Cancellation;
import dev.orderbackbone.orderevents.client.NewOrder;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page of a bad deployment: a release that does not come up for a setting, and then cannot confirm orders for a defect. */
@ExtendWith(SharedStack.class)
@Order(Orders.BAD_DEPLOYMENT)
class BadDeploymentTest {
    private static final Shop SHOP = new Shop("bad-deployment");
    private static final Duration UNTIL_ALL_HAS_ENDED = Duration.ofMinutes(2);

    private final RunningStack stack;
    private final PoisonedOrders poisoned;

    BadDeploymentTest(RunningStack stack) {
        this.stack = stack;
        this.poisoned = new PoisonedOrders(stack);
    }

    @BeforeAll
    static void fillTheShelves(RunningStack stack) throws InterruptedException {
        SHOP.fill(stack);
    }

    @Test
    void theFormerReleaseTakesUpWhatTheNewOneCouldNotDecide() throws Exception {
        NewOrder earlier = SHOP.order("earlier", SHOP.line(1, Shop.PLENTY, 1));
        NewOrder shipped = SHOP.order("shipped", SHOP.line(1, Shop.PLENTY, 1));
        NewOrder cancelled = SHOP.order("cancelled", SHOP.line(1, Shop.PLENTY, 1));
        HttpStorefront storefront = new HttpStorefront(stack);
        Distribution release = BadRelease.make();
        storefront.submit(earlier);
        poisoned.awaitStatus(earlier, "COMPLETED");
        try (Operator operator = Operator.of(stack, getClass())) {
            operator.has("new", release).knows("TIME", Instant.now().toString());
            operator.follows("Before it");

            stack.set(LocalKey.SERVICES_SETTINGS, "ORDERS_CONFIRM_WITHIN=soon");
            operator.follows("If it does not come up");
            stack.set(LocalKey.SERVICES_SETTINGS, "");
            Typed up = stack.operator(release, "up");
            assertThat(up.exitCode()).as(up.printed()).isZero();

            storefront.submit(shipped);
            storefront.submit(cancelled);
            poisoned.awaitParked(shipped, 1);
            poisoned.awaitParked(cancelled, 1);
            storefront.cancel(cancelled.orderId(), new Cancellation("c-1", "it takes too long", "customer"));
            poisoned.awaitParked(cancelled, 2);
            operator.knows("ORDER_ID", cancelled.orderId());
            operator.follows("What you see");

            operator.follows("What to do");
            poisoned.awaitStatus(shipped, "COMPLETED");
            poisoned.awaitStatus(cancelled, "CANCELLED");
            stack.audit().awaitQuiet(UNTIL_ALL_HAS_ENDED);
            operator.follows("How you know that it is over");
        }
    }
}
