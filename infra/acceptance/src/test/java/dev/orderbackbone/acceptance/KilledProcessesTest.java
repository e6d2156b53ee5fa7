package dev.orderbackbone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.acceptance.stack.Audit;
import dev.orderbackbone.acceptance.stack.KillableProcess;
import dev.orderbackbone.acceptance.stack.RunningStack;
import dev.orderbackbone.acceptance.stack.SharedStack;
import dev.orderbackbone.acceptance.stack.Switch.Changed;
import dev.orderbackbone.operator.verify.Report;
import dev.orderbackbone.testkit.Await;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every process that an order passes through is killed with {@code kill -9} while orders flow and the gateway misbehaves, and is started again. */
@ExtendWith(SharedStack.class)
@Order(Orders.KILLED)
class KilledProcessesTest {
    private static final Shop SHOP = new Shop("killed");
    private static final Duration BETWEEN_ORDERS = Duration.ofMillis(150);
    private static final int SOME_ORDERS = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration UNTIL_ALL_HAS_ENDED = Duration.ofMinutes(3);
    private static final String FAULTS = """
            {"declinePercent":3, "timeoutAfterChargePercent":1, "errorBeforeChargePercent":2, "errorAfterChargePercent":2,
             "resetBeforeChargePercent":1, "resetAfterChargePercent":1, "duplicateAnswerPercent":2, "seed":7}""";
    private static final String NO_FAULTS = "{}";

    /** The payment first: an answer that it takes with it into death is missed only when its time is over. */
    private static final List<String> VICTIMS = List.of(
            "payment-processor", "notification-sender", "order-events", "inventory-projector", "kafka", "postgresql");

    private final RunningStack stack;

    KilledProcessesTest(RunningStack stack) {
        this.stack = stack;
    }

    @BeforeAll
    static void fillTheShelves(RunningStack stack) throws InterruptedException {
        SHOP.fill(stack);
    }

    @Test
    void loseNoOrderAndDoNothingTwice(TestReporter reporter) throws Exception {
        Set<String> accepted;
        try (Changed _ = stack.gatewayFaults().to(FAULTS, NO_FAULTS);
                Traffic traffic = Traffic.begin(stack, SHOP, BETWEEN_ORDERS)) {
            for (String victim : VICTIMS) {
                traffic.awaitMore(SOME_ORDERS);
                reporter.publishEntry(victim, killAndRestart(victim));
            }
            accepted = traffic.end();
        }
        stack.mart().awaitEnd(accepted, UNTIL_ALL_HAS_ENDED);
        stack.audit().awaitQuiet(UNTIL_ALL_HAS_ENDED);

        Report report = stack.audit().report(true);
        reporter.publishEntry("orders", Integer.toString(accepted.size()));
        reporter.publishEntry("repeated mails", Long.toString(stack.mailbox().repetitions()));
        Audit.assertClean(report);
    }

    /** Returns when orders end again, and says after how long. */
    private String killAndRestart(String victim) throws SQLException {
        int closed = stack.mart().closed().size();
        KillableProcess process = stack.component(victim);
        long killedNanos = System.nanoTime();
        process.kill();
        process.restart();
        Duration ready = Duration.ofNanos(System.nanoTime() - killedNanos);
        Await.until(
                PATIENCE, () -> assertThat(stack.mart().closed()).hasSizeGreaterThanOrEqualTo(closed + SOME_ORDERS));
        Duration flowing = Duration.ofNanos(System.nanoTime() - killedNanos);
        return "ready after " + ready.toMillis() + " ms, orders end after " + flowing.toMillis() + " ms";
    }
}
