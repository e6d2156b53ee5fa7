package dev.orderbackbone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderbackbone.acceptance.runbook.Operator;
import dev.orderbackbone.acceptance.stack.RunningStack;
import dev.orderbackbone.acceptance.stack.SharedStack;
import dev.orderbackbone.orderevents.client.Answer.Accepted;
import dev.orderbackbone.orderevents.client.NewOrder;
import dev.orderbackbone.orderevents.client.OrdersUnavailableException;
import dev.orderbackbone.testkit.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page of a lost database. An order is taken in before it is lost and one while it is away, and both end. */
@ExtendWith(SharedStack.class)
@Order(Orders.DATABASE_LOST)
class DatabaseLostTest {
    private static final Shop SHOP = new Shop("database-lost");
    private static final Duration UNTIL_ALL_HAS_ENDED = Duration.ofMinutes(2);

    private final RunningStack stack;

    DatabaseLostTest(RunningStack stack) {
        this.stack = stack;
    }

    @BeforeAll
    static void fillTheShelves(RunningStack stack) throws InterruptedException {
        SHOP.fill(stack);
    }

    @Test
    void itIsMadeAnewFromTheLogWhileOrdersGoOn() throws Exception {
        NewOrder before = SHOP.order("before", SHOP.line(1, Shop.PLENTY, 1));
        NewOrder meanwhile = SHOP.order("meanwhile", SHOP.line(1, Shop.PLENTY, 1));
        try (Operator operator = Operator.of(stack, getClass())) {
            new HttpStorefront(stack).submit(before);
            stack.mart().awaitEnd(Set.of(before.orderId()), UNTIL_ALL_HAS_ENDED);
            stack.crash("postgresql");
            loseHalfOfTheData();

            operator.follows("What you see");
            assertThat(stack.impatientHttp().submit(meanwhile)).isEqualTo(new Accepted(meanwhile.orderId()));
            assertThatThrownBy(() -> stack.impatientHttp().find(before.orderId()))
                    .isInstanceOf(OrdersUnavailableException.class)
                    .hasMessageContaining("503");
            Await.until(() -> assertThat(stack.mailbox().milestonesOf(meanwhile.orderId()))
                    .as("the order goes on without the database")
                    .contains("shipped"));

            operator.follows("What to do");
            stack.mart().awaitEnd(Set.of(before.orderId(), meanwhile.orderId()), UNTIL_ALL_HAS_ENDED);
            stack.audit().awaitQuiet(UNTIL_ALL_HAS_ENDED);
            operator.follows("How you know that it is over");
        }
    }

    /** Of a database that is damaged there is something left. */
    private void loseHalfOfTheData() throws Exception {
        Path data = stack.folder().resolve(Path.of("postgresql", "data"));
        Files.delete(data.resolve(Path.of("global", "pg_control")));
    }
}
