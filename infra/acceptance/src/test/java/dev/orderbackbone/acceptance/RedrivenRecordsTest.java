package dev.orderbackbone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.acceptance.stack.Audit;
import dev.orderbackbone.acceptance.stack.RunningStack;
import dev.orderbackbone.acceptance.stack.SharedStack;
import dev.orderbackbone.acceptance.stack.Typed;
import dev.orderbackbone.schemas.Topics;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was put aside and cannot come back is said to be so. What can, comes back in {@link PoisonEventTest}. */
@ExtendWith(SharedStack.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(Orders.RECOVERED)
class RedrivenRecordsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RunningStack stack;

    RedrivenRecordsTest(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void aCallThatAWorkerParkedIsNotMadeAgainButCanBeDiscarded() throws Exception {
        String place = new PoisonedOrders(stack).garbledOn(Topics.PAYMENTS_CALLS, "order-of-nobody");

        Typed refused = stack.operator(withReason("parked", "redrive", place));
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.printed()).contains("a worker parked it", "second time");
        Typed discarded = stack.operator(withReason("parked", "discard", place));

        assertThat(discarded.exitCode()).as(discarded.printed()).isZero();
        assertThat(stack.operator("parked", "show", place).printed()).contains("discarded");
    }

    @Test
    void aPlaceWhereNothingIsParkedIsSaidToBeNone() {
        Typed typed = stack.operator(withReason("parked", "redrive", "orders.intake.v1-0@123456789"));

        assertThat(typed.exitCode()).isEqualTo(1);
        assertThat(typed.printed()).contains("nothing outstanding is parked that matches orders.intake.v1-0@123456789");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void leaveNothingThatTheAuditorFindsWrong() throws Exception {
        stack.audit().awaitQuiet(PATIENCE);

        Audit.assertClean(stack.audit().report(false));
    }

    private static String[] withReason(String... arguments) {
        return Stream.concat(Arrays.stream(arguments), Stream.of("--run", "--reason", "a test"))
                .toArray(String[]::new);
    }
}
