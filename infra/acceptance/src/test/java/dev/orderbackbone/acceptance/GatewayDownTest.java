package dev.orderbackbone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.acceptance.runbook.Operator;
import dev.orderbackbone.acceptance.stack.RunningStack;
import dev.orderbackbone.acceptance.stack.SharedStack;
import dev.orderbackbone.acceptance.stack.Typed;
import dev.orderbackbone.local.LocalKey;
import dev.orderbackbone.orderevents.client.NewOrder;
import dev.orderbackbone.schemas.Topics;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The page of a gateway that is away for an hour, in a minute: orders expire after 20 seconds instead of half an hour, and a call is made again after
 * 20 instead of 60.
 */
@ExtendWith(SharedStack.class)
@Order(Orders.GATEWAY_DOWN)
class GatewayDownTest {
    private static final Shop SHOP = new Shop("gateway-down");
    private static final Duration UNTIL_ALL_HAS_ENDED = Duration.ofMinutes(2);

    private final RunningStack stack;
    private final PoisonedOrders orders;

    GatewayDownTest(RunningStack stack) {
        this.stack = stack;
        this.orders = new PoisonedOrders(stack);
    }

    @BeforeAll
    static void shortenTheTime(RunningStack stack) throws InterruptedException {
        SHOP.fill(stack);
        restart(stack, "ORDERS_CONFIRM_WITHIN=20s");
    }

    @AfterAll
    static void restoreTheTime(RunningStack stack) {
        restart(stack, "");
    }

    private static void restart(RunningStack stack, String settings) {
        stack.set(LocalKey.SERVICES_SETTINGS, settings);
        stack.operator("down", Topics.ORDER_EVENTS);
        Typed up = stack.operator("up");
        assertThat(up.exitCode()).as(up.printed()).isZero();
    }

    @Test
    void ordersWaitOrExpireAndNobodyIsChargedForNothing() throws Exception {
        NewOrder unknown = SHOP.paidBy("tok_reset_before_charge", "unknown", SHOP.line(1, Shop.PLENTY, 1));
        NewOrder held = SHOP.order("held", SHOP.line(1, Shop.PLENTY, 1));
        NewOrder expired = SHOP.order("expired", SHOP.line(1, Shop.PLENTY, 1));
        HttpStorefront storefront = new HttpStorefront(stack);
        try (Operator operator = Operator.of(stack, getClass())) {
            storefront.submit(unknown);
            orders.awaitStatus(unknown, "HELD");
            stack.crash("simulators");
            storefront.submit(held);
            storefront.submit(expired);
            orders.awaitStatus(held, "PENDING");
            operator.knows("AGE", "0s").knows("ORDER_ID", held.orderId());
            operator.follows("What you see");

            operator.follows("While it is away");
            orders.awaitStatus(expired, "CANCELLING");
            assertThat(stack.http().find(held.orderId()).orElseThrow().status()).isEqualTo("HELD");

            operator.follows("When it is back");
            orders.awaitStatus(held, "COMPLETED");
            orders.awaitStatus(expired, "EXPIRED");
            assertThat(stack.http().find(unknown.orderId()).orElseThrow().status())
                    .as("what the gateway does not answer for stays for a person")
                    .isEqualTo("HELD");
            operator.knows("ORDER_ID", unknown.orderId());
            operator.follows("If the gateway cannot say what came of a payment");
            orders.awaitStatus(unknown, "REJECTED");

            stack.audit().awaitQuiet(UNTIL_ALL_HAS_ENDED);
            operator.follows("How you know that it is over");
        }
    }
}
