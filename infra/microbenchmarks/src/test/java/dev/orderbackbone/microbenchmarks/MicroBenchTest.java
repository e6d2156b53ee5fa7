package dev.orderbackbone.microbenchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MicroBenchTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine bench =
            MicroBench.commandLine(Measuring.ONCE).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @Test
    void hasBenchmarksOfCodecDecidersAndATopology() {
        List<String> names = Measuring.names("");

        assertThat(names)
                .contains(
                        "CodecBenchmark.encodeOrderSubmitted",
                        "DeciderBenchmark.orderConfirmed",
                        "TopologyBenchmark.submissionPlaced");
        assertThat(Measuring.names("CODEC")).isNotEmpty().isSubsetOf(names).hasSizeLessThan(names.size());
    }

    @Test
    void runsOneAndPrintsItsFigures() {
        assertThat(bench.execute("--only", "stockReserved")).isZero();

        assertThat(out.toString())
                .contains("ns/op", "bytes/op")
                .containsPattern("DeciderBenchmark\\.stockReserved +[1-9][0-9,]* +[1-9][0-9,]*");
        assertThat(err.toString()).contains("1/1 DeciderBenchmark.stockReserved");
    }

    @Test
    void printsThemForProgramsWithoutAnErrorThatIsNotKnown() {
        assertThat(bench.execute("--only", "stockReserved", "--json")).isZero();

        assertThat(out.toString())
                .contains(
                        "\"benchmark\" : \"DeciderBenchmark.stockReserved\"",
                        "\"nanosecondsPerOperation\"",
                        "\"commit\"")
                .doesNotContain("NaN", "errorNanoseconds");
    }

    @Test
    void saysWhichThereAreWhereNoneIsCalledSo() {
        assertThat(bench.execute("--only", "warehouse")).isEqualTo(2);

        assertThat(err.toString()).contains("CodecBenchmark.encodeOrderSubmitted");
    }

    @Test
    void hasHelp() {
        assertThat(bench.execute("--help")).isZero();

        assertThat(out.toString()).contains("Usage: backbone bench micro", "--only", "--json", "Exit codes: 0 ");
    }
}
