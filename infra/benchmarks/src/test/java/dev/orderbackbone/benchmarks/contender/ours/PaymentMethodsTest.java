package dev.orderbackbone.benchmarks.contender.ours;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.benchmarks.workload.Declines;
import dev.orderbackbone.benchmarks.workload.MixedOrders;
import dev.orderbackbone.benchmarks.workload.SampleOrder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaymentMethodsTest {
    private static final MixedOrders WORKLOAD = new MixedOrders();

    @Test
    void scriptsWhatTheWorkloadDeclinesAndNothingElse() {
        assertThat(IntStream.range(0, 1_000).mapToObj(WORKLOAD::order))
                .allSatisfy(order -> assertThat(PaymentMethods.SCRIPTED.of(order))
                        .isEqualTo(Declines.isDeclined(order.number()) ? "tok_declined" : "tok_ok"));
    }

    @Test
    void tellsTheNumberWhereTheGatewayGoesByIt() {
        SampleOrder order = WORKLOAD.order(42);

        assertThat(PaymentMethods.NUMBERED.of(order)).isEqualTo("o-0000000042");
    }
}
