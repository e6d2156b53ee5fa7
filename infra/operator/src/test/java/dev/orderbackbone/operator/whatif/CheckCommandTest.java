package dev.orderbackbone.operator.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.operator.Backbone;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

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
        StringWriter err = new StringWriter();
        CommandLine line = Backbone.commandLine().setErr(new PrintWriter(err, true));
        List<String> arguments = Stream.concat(Stream.of("replay", "check"), Stream.of(options.split(" ", -1)))
                .toList();

        assertThat(line.execute(arguments.toArray(String[]::new))).isEqualTo(2);
        assertThat(err.toString()).contains(complaint);
    }
}
