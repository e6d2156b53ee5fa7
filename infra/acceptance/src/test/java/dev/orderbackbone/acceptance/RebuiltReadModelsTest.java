package dev.orderbackbone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.acceptance.stack.Audit;
import dev.orderbackbone.acceptance.stack.RunningStack;
import dev.orderbackbone.acceptance.stack.SharedStack;
import dev.orderbackbone.projection.operations.Pace;
import dev.orderbackbone.projection.operations.ReadModelOperations;
import dev.orderbackbone.projection.operations.Rebuilt;
import dev.orderbackbone.projection.operations.VersionStatus;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An operator rebuilds the read models, swaps to them and back, while orders flow and the services go on as they are. */
@ExtendWith(SharedStack.class)
@Order(Orders.REBUILT)
class RebuiltReadModelsTest {
    private static final Shop SHOP = new Shop("rebuilt");
    private static final Duration BETWEEN_ORDERS = Duration.ofMillis(100);
    private static final int SOME_ORDERS = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final RunningStack stack;

    RebuiltReadModelsTest(RunningStack stack) {
        this.stack = stack;
    }

    @BeforeAll
    static void fillTheShelves(RunningStack stack) throws InterruptedException {
        SHOP.stock(stack, Shop.PLENTY, 100_000);
        SHOP.stock(stack, Shop.SCARCE, 1);
    }

    @Test
    void equalTheFoldOfTheLogBeforeAndAfterEachSwap() throws Exception {
        Set<String> accepted = new HashSet<>();
        try (ReadModelOperations operations = stack.readModels()) {
            int former = operations.versions().live().version();
            int next = operations.versions().next();
            try (Traffic traffic = Traffic.begin(stack, SHOP, BETWEEN_ORDERS)) {
                traffic.awaitMore(SOME_ORDERS);
                Rebuilt rebuilt = operations.rebuild(next, new Pace(1_000, 100), (done, total) -> {});
                assertThat(rebuilt.comparison().differences()).isEmpty();
                assertThat(operations.swap(version(operations, next), (done, total) -> {}))
                        .isTrue();
                traffic.awaitMore(SOME_ORDERS);
                accepted.addAll(traffic.end());
            }
            assertThatTheMartIsTheLog(accepted);

            assertThat(operations.swap(operations.versions().toRollBackTo(), (done, total) -> {}))
                    .isTrue();
            assertThat(operations.versions().live().version()).isEqualTo(former);
            assertThatTheMartIsTheLog(accepted);
            operations.drop(version(operations, next));
        }
    }

    private void assertThatTheMartIsTheLog(Set<String> accepted) throws Exception {
        stack.audit().awaitQuiet(PATIENCE);
        assertThat(stack.mart().closed()).containsAll(accepted);
        Audit.assertClean(stack.audit().report(true));
    }

    private static VersionStatus version(ReadModelOperations operations, int number) {
        return operations.versions().version(number);
    }
}
