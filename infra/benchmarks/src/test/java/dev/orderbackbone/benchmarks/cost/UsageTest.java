package dev.orderbackbone.benchmarks.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageTest {
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    Path folder;

    @Test
    void countsTheCpuOfAProcessAndOfThoseThatItHasStarted() throws IOException {
        // The inner shell is a child that ends; the outer one waits for its input to end.
        Process shell = new ProcessBuilder(
                        "sh", "-c", "sh -c 'i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done'; echo done; cat")
                .start();
        Usage before = Usage.now(Map.of(), folder);
        try (var output = shell.inputReader()) {
            assertThat(output.readLine()).isEqualTo("done");

            Usage used = Usage.now(Map.of("shell", shell.pid()), folder).since(before);

            assertThat(used.cpuSeconds().get("shell")).isGreaterThan(0.02);
            assertThat(used.cpuSeconds()).containsKey(Usage.DRIVER);
            assertThat(used.machineCpuSeconds()).isGreaterThan(0.02);
        } finally {
            shell.destroy();
        }
    }

    @Test
    void countsBytesThatReachedTheDisk() throws IOException {
        Usage before = Usage.now(Map.of(), folder);
        Files.write(folder.resolve("file"), new byte[4 * MEGABYTE]);

        assertThat(Usage.now(Map.of(), folder).since(before).writtenBytes()).isGreaterThanOrEqualTo(4 * MEGABYTE);
    }

    @Test
    void knowsHowMuchMemoryAProcessHasOccupied() {
        assertThat(ProcessTable.memoryOf(Map.of()).get(Usage.DRIVER)).isGreaterThan(20L * MEGABYTE);
    }
}
