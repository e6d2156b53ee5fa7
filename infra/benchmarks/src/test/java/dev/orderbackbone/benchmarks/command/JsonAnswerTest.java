package dev.orderbackbone.benchmarks.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderbackbone.benchmarks.BenchFailure;
import org.junit.jupiter.api.Test;

class JsonAnswerTest {
    private final JsonAnswer answer = JsonAnswer.of("""
            {"equal": true, "seconds": 1.5, "plan": {"records": 7},
             "tables": [{"table": "orders", "differing": 2}, {"table": "order_lines", "differing": 3}]}""");

    @Test
    void findsWhatStandsAnywhereInIt() {
        assertThat(answer.text("/equal")).isEqualTo("true");
        assertThat(answer.number("/plan/records")).isEqualTo(7);
        assertThat(answer.text("/tables/1/table")).isEqualTo("order_lines");
        assertThat(answer.sum("/differing")).isEqualTo(5);
        assertThat(answer.sum("/nothing")).isZero();
    }

    @Test
    void saysWhatIsMissingOrNoNumber() {
        assertThatThrownBy(() -> answer.text("/absent"))
                .isInstanceOf(BenchFailure.class)
                .hasMessageContaining("/absent");
        assertThatThrownBy(() -> answer.number("/seconds"))
                .isInstanceOf(BenchFailure.class)
                .hasMessageContaining("1.5");
    }

    @Test
    void saysThatSomethingIsNoJson() {
        assertThatThrownBy(() -> JsonAnswer.of("Kafka does not answer"))
                .isInstanceOf(BenchFailure.class)
                .hasMessageContaining("Kafka does not answer");
    }
}
