package dev.orderbackbone.operator.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void durationsAreAsExactAsTheyAreShort() {
        assertThat(Words.of(Duration.ofMillis(340))).isEqualTo("0.3 s");
        assertThat(Words.of(Duration.ofSeconds(59))).isEqualTo("59.0 s");
        assertThat(Words.of(Duration.ofSeconds(185))).isEqualTo("3 min 05 s");
        assertThat(Words.of(Duration.ofMinutes(127))).isEqualTo("2 h 07 min");
        assertThat(Words.of(Duration.ofHours(76))).isEqualTo("3 d 04 h");
    }

    @Test
    void amountsHaveTheDecimalsOfTheirCurrency() {
        assertThat(Words.amount(123_456, "GBP")).isEqualTo("1,234.56 GBP");
        assertThat(Words.amount(-5, "GBP")).isEqualTo("-0.05 GBP");
        assertThat(Words.amount(123_456, "JPY")).isEqualTo("123,456 JPY");
        assertThat(Words.amount(123_456, "KWD")).isEqualTo("123.456 KWD");
        assertThat(Words.amount(7, "???")).isEqualTo("7 ???");
    }

    @Test
    void sizesAreWholeMebibytes() {
        assertThat(Words.bytes(0)).isEqualTo("0 MiB");
        assertThat(Words.bytes(1_500L << 20)).isEqualTo("1,500 MiB");
    }

    @Test
    void whatIsCutSaysSo() {
        assertThat(Words.cut("short", 5)).isEqualTo("short");
        assertThat(Words.cut("longer", 5)).isEqualTo("long…");
    }
}
