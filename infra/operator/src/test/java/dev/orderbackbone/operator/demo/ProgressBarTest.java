package dev.orderbackbone.operator.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final StringWriter text = new StringWriter();

    @Test
    void saysHowFarItIsHowFastAndHowLongItWillTake() {
        ProgressBar bar = new ProgressBar(new PrintWriter(text), true, 0);

        bar.show(new ProgressBar.State(1_000, 500, 250, 240), 5 * SECOND);

        assertThat(text.toString())
                .endsWith(
                        "  [######..................] 500 of 1,000 sent, 250 done, 240 orders ended, 50/s, 15.0 s left");
    }

    @Test
    void thePaceIsThatOfTheLastSeconds() {
        ProgressBar bar = new ProgressBar(new PrintWriter(text), true, 0);
        for (int tick = 1; tick <= 200; tick++) {
            bar.show(
                    new ProgressBar.State(100_000, 100_000, tick <= 100 ? tick * 100L : 10_000 + tick, 0),
                    tick * SECOND / 5);
        }

        assertThat(text.toString()).endsWith(" 5/s, 4 h 59 min left");
    }

    @Test
    void withoutATerminalThereIsALineEveryTenSeconds() {
        ProgressBar bar = new ProgressBar(new PrintWriter(text), false, 0);
        for (int tick = 1; tick <= 25; tick++) {
            bar.show(new ProgressBar.State(100, tick, tick, tick), tick * SECOND);
        }
        bar.end();

        assertThat(text.toString().lines()).hasSize(2);
    }
}
