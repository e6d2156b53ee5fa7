package dev.orderbackbone.benchmarks.contender.ours;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.simulators.gateway.GatewayLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerSizesTest {
    @TempDir
    Path folder;

    @Test
    void countsWholeLines() throws IOException {
        Files.writeString(folder.resolve(GatewayLedger.FILE_NAME), "{}\n{}\n{\"half");

        assertThat(LedgerSizes.of(folder)).isEqualTo(new LedgerSizes(2, 0));
    }

    @Test
    void isNothingWhereNothingWasWritten() {
        assertThat(LedgerSizes.of(folder)).isEqualTo(new LedgerSizes(0, 0));
    }
}
