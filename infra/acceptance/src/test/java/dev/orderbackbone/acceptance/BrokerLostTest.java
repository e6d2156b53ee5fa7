package dev.orderbackbone.acceptance;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderbackbone.acceptance.runbook.Operator;
import dev.orderbackbone.acceptance.stack.RunningStack;
import dev.orderbackbone.acceptance.stack.SharedStack;
import dev.orderbackbone.orderevents.client.OrdersUnavailableException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page of a lost broker, while orders come in. The page is about the broker that {@code ./backbone up} starts. */
@DisabledIfSystemProperty(named = "backbone.kafka", matches = "(?i)testcontainers")
@ExtendWith(SharedStack.class)
@Order(Orders.BROKER_LOST)
class BrokerLostTest {
    private static final Shop SHOP = new Shop("broker-lost");
    private static final Duration BETWEEN_ORDERS = Duration.ofMillis(150);
    private static final int SOME_ORDERS = 10;
    private static final Duration UNTIL_ALL_HAS_ENDED = Duration.ofMinutes(2);

    private final RunningStack stack;

    BrokerLostTest(RunningStack stack) {
        this.stack = stack;
    }

    @BeforeAll
    static void fillTheShelves(RunningStack stack) throws InterruptedException {
        SHOP.fill(stack);
    }

    @Test
    void itIsStartedAgainAndNoOrderIsLost() throws Exception {
        Set<String> accepted;
        try (Operator operator = Operator.of(stack, getClass())) {
            try (Traffic traffic = Traffic.begin(stack, SHOP, BETWEEN_ORDERS)) {
                traffic.awaitMore(SOME_ORDERS);
                stack.crash("kafka");
                operator.follows("What you see");
                assertThatThrownBy(() ->
                                stack.impatientHttp().submit(SHOP.order("refused", SHOP.line(1, Shop.PLENTY, 1))))
                        .isInstanceOf(OrdersUnavailableException.class)
                        .hasMessageContaining("503");
                operator.follows("What to do");
                traffic.awaitMore(SOME_ORDERS);
                accepted = traffic.end();
            }
            stack.mart().awaitEnd(accepted, UNTIL_ALL_HAS_ENDED);
            stack.audit().awaitQuiet(UNTIL_ALL_HAS_ENDED);
            operator.follows("How you know that it is over");
        }
    }
}
