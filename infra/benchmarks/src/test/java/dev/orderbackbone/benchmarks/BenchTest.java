package dev.orderbackbone.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class BenchTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine bench =
            Bench.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @Test
    void hasHelpWithExamplesAndExitCodes() {
        assertThat(bench.execute("--help")).isZero();

        assertThat(out.toString())
                .contains("Usage: backbone bench", "./backbone bench --quick", "Exit codes: 0 ")
                .contains("--only", "--quick", "--json", "--orders", "--repetitions", "--partitions", "--threads")
                .contains("--hot-sku", "--rate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"growth", "scaling", "recovery", "flames"})
    void eachKindOfBenchmarkHasHelpOfItsOwn(String kind) {
        assertThat(bench.execute(kind, "--help")).isZero();

        assertThat(out.toString())
                .contains("Usage: backbone bench " + kind, "./backbone bench " + kind, "Exit codes: 0 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--only others",
                "--orders 1",
                "--orders many",
                "--repetitions 0",
                "--rate 0",
                "--partitions 2 --threads 3",
                "--window 0",
                "--stages max,least",
                "--fast",
                "--pools 0",
                "growth --stored 100,10",
                "growth --stored many",
                "growth --orders 1",
                "scaling --partitions 0",
                "scaling --pools 0",
                "scaling --repetitions 0",
                "recovery --orders 0",
                "recovery --orders many",
                "recovery --rate 0",
                "recovery --rate -1",
                "recovery --share 0",
                "recovery --share 101",
                "flames --orders 0",
                "shrinking",
            })
    void aWrongCommandLineIsTwoAndIsToldBeforeAnythingIsStarted(String line) {
        assertThat(bench.execute(line.split(" ", -1))).isEqualTo(2);
        assertThat(err.toString()).isNotBlank();
    }

    @Test
    void emptiesItsOwnFolderAndNoOther() throws IOException {
        Path own = folder.resolve("own");
        FreshFolder.at(own);
        Files.createDirectories(own.resolve("ours"));
        Files.writeString(own.resolve("ours/file"), "old");

        FreshFolder.at(own);

        assertThat(own.resolve("ours")).doesNotExist();

        Path others = Files.createDirectories(folder.resolve("others"));
        Files.writeString(others.resolve("file"), "precious");
        assertThatThrownBy(() -> FreshFolder.at(others))
                .isInstanceOf(BenchFailure.class)
                .hasMessageContaining("not empty");
        assertThat(others.resolve("file")).hasContent("precious");
    }

    @Test
    void takesAFolderThatIsThereAndEmpty() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));

        assertThatCode(() -> FreshFolder.at(empty)).doesNotThrowAnyException();
    }
}
