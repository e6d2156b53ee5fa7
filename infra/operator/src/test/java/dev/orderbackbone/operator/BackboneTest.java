package dev.orderbackbone.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class BackboneTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine backbone =
            Backbone.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    /** With those that stand below another, such as {@code parked list}, but without those that only hold others. */
    static List<String> commands() {
        return Backbone.commandLine().getSubcommands().entrySet().stream()
                .filter(command -> !command.getKey().equals("help"))
                .flatMap(command -> withThoseBelow(command.getKey(), command.getValue()))
                .toList();
    }

    private static Stream<String> withThoseBelow(String name, CommandLine command) {
        return command.getSubcommands().isEmpty()
                ? Stream.of(name)
                : command.getSubcommands().keySet().stream().map(below -> name + " " + below);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasHelpWithExamplesAndExitCodes(String command) {
        assertThat(backbone.execute((command + " --help").split(" ", -1))).isZero();

        assertThat(out.toString())
                .contains("Usage: backbone " + command)
                .contains("Example")
                .contains("./backbone " + command)
                .contains("Exit codes: 0 ")
                .contains("--data=FOLDER")
                .contains("--help");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpOfACommandIsTheSameAsItsOwn(String command) {
        String name = command.split(" ", -1)[0];
        backbone.execute("help", name);
        String help = out.toString();
        out.getBuffer().setLength(0);

        backbone.execute(name, "--help");

        assertThat(out.toString()).isEqualTo(help);
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "parked", "projections"})
    void aCommandThatHoldsOthersNamesThem(String command) {
        assertThat(backbone.execute(command)).isZero();
        assertThat(out.toString()).contains("Usage: backbone " + command, "Commands:");
    }

    @Test
    void withoutACommandItSaysWhichThereAre() {
        assertThat(backbone.execute()).isZero();
        assertThat(out.toString())
                .contains(
                        "up",
                        "down",
                        "status",
                        "logs",
                        "deploy",
                        "demo",
                        "order",
                        "orders",
                        "lag",
                        "parked",
                        "projections",
                        "replay",
                        "verify",
                        "backup",
                        "restore");
    }

    @ParameterizedTest
    @CsvSource({
        "halp",
        "up --fast",
        "order",
        "order a --store b --key c",
        "order --store b",
        "down kafka --purge",
        "demo --rate fast",
        "demo --limit 0",
        "demo --run a/b",
        "demo --seed x",
        "logs",
        "lag --watch 0",
        "lag --group nobody",
        "orders stuck --limit 0",
        "orders stuck --budget PENDING=soon",
        "orders stuck --budget COMPLETED=1d",
        "parked show",
        "parked show order-events",
        "parked show order-events x",
        "parked show order-events 1 --order a",
        "projections rebuild --run",
        "projections rebuild --share 0",
        "projections rebuild --batch 0",
        "projections swap --run",
        "projections swap --version two",
        "projections rollback --run",
        "projections drop",
        "parked redrive",
        "parked redrive order-events x",
        "parked redrive --service nobody",
        "parked redrive --parked-for BOREDOM",
        "parked redrive --since yesterday",
        "parked redrive --order a --run",
        "parked discard",
        "parked edit",
        "parked edit order-events 1",
        "parked edit order-events 1 --set quantity",
        "parked edit order-events x --set a=1",
        "backup",
        "backup folder --services ftp://a",
        "restore",
        "restore folder --run",
        "replay plan",
        "replay plan --topic no.such.topic --to-topic new",
        "replay plan --topic orders.events.v1 --to-topic new --type OrderSubmitted",
        "replay plan --topic orders.events.v1 --to-topic new --since yesterday",
        "replay run --topic orders.events.v1 --to-topic new --from-offset 5 --to-offset 5",
    })
    void aWrongCommandLineIsTwo(String line) {
        assertThat(backbone.execute(line.split(" ", -1))).isEqualTo(2);
        assertThat(err.toString()).isNotBlank();
    }

    @Test
    void aWrongSettingIsTwoAndNamed() throws Exception {
        Files.writeString(folder.resolve("local.properties"), "kafka.port=none\n");

        assertThat(backbone.execute("status", "--data", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("kafka.port=none").doesNotContain("\tat ");
    }

    @Test
    void aFileThatIsNotThereIsOneAndNamed() {
        assertThat(backbone.execute("demo", "--data", folder.toString(), "--orders", "no-such-file.csv"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("no-such-file.csv").doesNotContain("\tat ");
    }
}
