package dev.orderbackbone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.acceptance.runbook.Operator;
import dev.orderbackbone.acceptance.stack.RunningStack;
import dev.orderbackbone.acceptance.stack.SharedStack;
import dev.orderbackbone.acceptance.stack.Typed;
import dev.orderbackbone.orderevents.client.NewOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The page of an event that nothing can be decided on: one that is corrected, and one without which the order goes on. */
@ExtendWith(SharedStack.class)
@Order(Orders.POISON_EVENT)
class PoisonEventTest {
    private static final Shop SHOP = new Shop("poison-event");
    private static final Duration UNTIL_ALL_HAS_ENDED = Duration.ofMinutes(1);

    private final RunningStack stack;
    private final PoisonedOrders poisoned;

    @TempDir
    private Path folder;

    PoisonEventTest(RunningStack stack) {
        this.stack = stack;
        this.poisoned = new PoisonedOrders(stack);
    }

    @BeforeAll
    static void fillTheShelves(RunningStack stack) throws InterruptedException {
        SHOP.stock(stack, Shop.PLENTY, 1_000);
    }

    @Test
    void itIsCorrectedOrDiscardedAndTheOrderGoesOn() throws Exception {
        NewOrder garbled = SHOP.order("garbled", SHOP.line(1, Shop.PLENTY, 2));
        NewOrder waiting = SHOP.order("waiting", SHOP.line(1, Shop.PLENTY, 1), SHOP.line(2, Shop.PLENTY, 1));
        NewOrder other = SHOP.order("other", SHOP.line(1, Shop.PLENTY, 1));
        Path corrected = Files.writeString(folder.resolve("corrected.json"), PoisonedOrders.json(garbled));
        try (Operator operator = Operator.of(stack, getClass())) {
            String place = poisoned.garbled(garbled);
            operator.knows("PLACE", place).knows("FILE", corrected.toString());
            operator.follows("What you see");
            new HttpStorefront(stack).submit(other);
            poisoned.awaitStatus(other, "COMPLETED");

            operator.follows("If it can be corrected");
            poisoned.awaitStatus(garbled, "COMPLETED");
            requireNotTwice(place, corrected);

            operator.knows("PLACE", poisoned.waiting(waiting)).knows("ORDER_ID", waiting.orderId());
            operator.follows("If it is worth nothing");
            poisoned.awaitStatus(waiting, "COMPLETED");

            stack.audit().awaitQuiet(UNTIL_ALL_HAS_ENDED);
            operator.follows("How you know that it is over");
        }
    }

    private void requireNotTwice(String place, Path corrected) {
        Typed again = stack.operator(
                "parked",
                "edit",
                place,
                "--type",
                "OrderSubmitted",
                "--file",
                corrected.toString(),
                "--run",
                "--reason",
                "twice");

        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.printed()).contains("it has been dealt with");
    }
}
