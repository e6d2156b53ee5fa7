package dev.orderbackbone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.acceptance.runbook.Operator;
import dev.orderbackbone.acceptance.stack.RunningStack;
import dev.orderbackbone.acceptance.stack.SharedStack;
import dev.orderbackbone.orderevents.client.NewOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page of a lost log. It is copied while orders are under way, lost, and goes on as if nothing had been, but for an order that was taken in after
 * the last copy: that one the storefront sends again. The page is about the broker that {@code ./backbone up} starts.
 */
@DisabledIfSystemProperty(named = "backbone.kafka", matches = "(?i)testcontainers")
@ExtendWith(SharedStack.class)
@Order(Orders.DISASTER_RECOVERY)
class DisasterRecoveryTest {
    private static final Shop SHOP = new Shop("disaster-recovery");

    /** More than the services of a test can follow, so that many orders are on all stages of their way. */
    private static final Duration BETWEEN_ORDERS = Duration.ofMillis(8);

    private static final int SOME_ORDERS = 60;
    private static final Duration UNTIL_ALL_HAS_ENDED = Duration.ofMinutes(3);

    private final RunningStack stack;

    @TempDir
    private Path backup;

    DisasterRecoveryTest(RunningStack stack) {
        this.stack = stack;
    }

    @BeforeAll
    static void fillTheShelves(RunningStack stack) throws InterruptedException {
        SHOP.fill(stack);
    }

    @Test
    void theLogIsRestoredAndNoEffectComesTwice() throws Exception {
        NewOrder late = SHOP.order("after-the-last-backup", SHOP.line(1, Shop.PLENTY, 1));
        try (Operator operator = Operator.of(stack, getClass())) {
            operator.knows("FOLDER", backup.toString());
            Set<String> accepted;
            try (Traffic traffic = Traffic.begin(stack, SHOP, BETWEEN_ORDERS)) {
                traffic.awaitMore(SOME_ORDERS);
                operator.follows("Before it");
                traffic.awaitMore(SOME_ORDERS);
                accepted = traffic.end();
            }
            Map<String, Long> toldBefore = mails();
            operator.follows("Before it");
            new HttpStorefront(stack).submit(late);
            stack.mart().awaitEnd(Set.of(late.orderId()), UNTIL_ALL_HAS_ENDED);

            loseTheMachine();
            operator.follows("What you see");
            operator.follows("What to do");
            new HttpStorefront(stack).submit(late);
            stack.mart().awaitEnd(accepted, UNTIL_ALL_HAS_ENDED);
            stack.mart().awaitEnd(Set.of(late.orderId()), UNTIL_ALL_HAS_ENDED);
            stack.audit().awaitQuiet(UNTIL_ALL_HAS_ENDED);
            operator.follows("How you know that it is over");

            assertThat(mails()).as("what the backup knows to have been sent").containsAllEntriesOf(toldBefore);
        }
    }

    /** All but the outside world. */
    private void loseTheMachine() {
        RunningStack.SERVICES.forEach(stack::crash);
        stack.crash("registry");
        stack.crash("postgresql");
        stack.crash("kafka");
    }

    /** How often each message has come. */
    private Map<String, Long> mails() {
        return stack.mailbox().messageIds().stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
