package dev.orderbackbone.operator.stuck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderbackbone.contract.order.OrderStatus;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class BudgetsTest {
    @Test
    void someCanBeSetAndTheOthersStay() {
        Budgets budgets = Budgets.USUAL.with(Map.of(OrderStatus.PENDING, Duration.ofMinutes(10)));

        assertThat(budgets.byStatus())
                .containsEntry(OrderStatus.PENDING, Duration.ofMinutes(10))
                .containsEntry(OrderStatus.CANCELLING, Duration.ofMinutes(15))
                .hasSameSizeAs(Budgets.USUAL.byStatus());
    }

    @Test
    void anOrderThatHasEndedHasNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Budgets.USUAL.with(Map.of(OrderStatus.COMPLETED, Duration.ofDays(1))))
                .withMessageContaining("COMPLETED");
    }

    @ParameterizedTest
    @CsvSource({"90s, PT1M30S", "10m, PT10M", "24h, P1D", "3d, P3D", "0s, PT0S"})
    void agesAreReadAsPeopleWriteThem(String text, Duration age) {
        assertThat(new AgeConverter().convert(text)).isEqualTo(age);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "m", "-1m", "1w", "1.5h", "1h30m"})
    void othersAreRefused(String text) {
        assertThatThrownBy(() -> new AgeConverter().convert(text)).isInstanceOf(TypeConversionException.class);
    }
}
