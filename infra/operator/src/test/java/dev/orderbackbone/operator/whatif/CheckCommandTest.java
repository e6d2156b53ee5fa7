package dev.orderbackbone.operator.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.operator.RefusedCommandLines;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckCommandTest {
    @ParameterizedTest
    @CsvSource({
        "--service nobody, there is no service nobody; there are inventory-projector",
        "--since yesterday, 'yesterday' is no time such as 2026-11-27T12:00:00Z",
        "--since 2026-01-02T00:00:00Z --until 2026-01-01T00:00:00Z, --since must be before --until",
        "--limit-differences 0, --limit-differences must be from 1",
        "--run, Unknown option",
    })
    void refusesWhatItCannotDoBeforeItReadsAnything(String options, String complaint) {
        assertThat(RefusedCommandLines.complaintAbout("replay check " + options))
                .contains(complaint);
    }
}
