package dev.orderbackbone.operator.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.local.Progress.State;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class PrintedProgressTest {
    private final StringWriter text = new StringWriter();

    @Test
    void eachComponentGetsOneLineWhenItHasComeToItsEnd() {
        PrintedProgress progress = new PrintedProgress(new PrintWriter(text), false);

        progress.on("kafka", State.STARTING, 0);
        progress.on("postgresql", State.STARTING, 0);
        progress.on("postgresql", State.RAN_ALREADY, 3);
        progress.on("kafka", State.FAILED, 2_345);
        progress.on("order-events", State.SKIPPED, 0);

        assertThat(text.toString().lines())
                .containsExactly(
                        "  postgresql             ran already",
                        "  kafka                  FAILED after 2.3 s",
                        "  order-events           not started: what it needs has failed");
    }

    @Test
    void aTerminalAlsoShowsWhatIsUnderWay() {
        PrintedProgress progress = new PrintedProgress(new PrintWriter(text), true);

        progress.on("kafka", State.STARTING, 0);
        progress.on("registry", State.STARTING, 0);
        assertThat(text.toString()).endsWith("  ... kafka, registry");
        progress.on("kafka", State.READY, 1_000);

        assertThat(text.toString())
                .contains("kafka                  ready after 1.0 s")
                .endsWith("  ... registry");
    }
}
