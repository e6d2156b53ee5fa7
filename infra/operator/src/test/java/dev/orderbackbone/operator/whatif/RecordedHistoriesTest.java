package dev.orderbackbone.operator.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.order.OrderCancelled;
import dev.orderbackbone.contract.order.OrderCompleted;
import dev.orderbackbone.contract.order.OrderExpired;
import dev.orderbackbone.contract.order.OrderHeld;
import dev.orderbackbone.contract.order.OrderRejected;
import dev.orderbackbone.contract.payment.PaymentOutcomeResolved;
import dev.orderbackbone.contract.payment.PaymentRefunded;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedHistoriesTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void arePlayedAgainWithoutADifferenceHoweverTheInputsWereMixed(long seed) {
        try (RecordedWorld world = Year.recorded(seed)) {
            assertThat(world.all(OrderCompleted.class)).isNotEmpty();
            assertThat(world.all(OrderRejected.class)).isNotEmpty();
            assertThat(world.all(OrderCancelled.class)).isNotEmpty();
            assertThat(world.all(OrderExpired.class)).isNotEmpty();
            assertThat(world.all(OrderHeld.class)).isNotEmpty();
            assertThat(world.all(PaymentOutcomeResolved.class)).isNotEmpty();
            assertThat(world.all(PaymentRefunded.class)).isNotEmpty();
            for (ServiceCheck check : Checks.present(PresentSettings.of(Map.of()))) {
                ServiceFindings findings = Checking.of(world).run(check);

                assertThat(findings.differences()).isEmpty();
                assertThat(findings.notComparable()).isEmpty();
                assertThat(findings.inputs()).isEqualTo(world.sizeOf(check.inputs()));
            }
        }
    }

    @Test
    void areReadFromTheTopicsThatTheServicesReadAndWrite() {
        try (RecordedWorld world = new RecordedWorld(1)) {
            List<ServiceCheck> checks = Checks.present(PresentSettings.of(Map.of()));
            assertThat(checks).hasSameSizeAs(world.services());
            for (int index = 0; index < checks.size(); index++) {
                ServiceCheck check = checks.get(index);
                DrivenService service = world.services().get(index);
                assertThat(check.service()).isEqualTo(service.name());
                assertThat(check.inputs())
                        .containsExactlyInAnyOrderElementsOf(service.topology().inputs());
                Set<Topic> decided = new HashSet<>(service.topology().outputs());
                decided.remove(Topics.STOCK_LEVELS);
                assertThat(check.outputs()).containsExactlyInAnyOrderElementsOf(decided);
            }
        }
    }
}
