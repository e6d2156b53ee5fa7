package dev.orderbackbone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.orderbackbone.acceptance.runbook.Command;
import dev.orderbackbone.acceptance.runbook.Runbook;
import dev.orderbackbone.acceptance.runbook.Section;
import dev.orderbackbone.operator.Backbone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every page for operators. */
class RunbooksTest {
    private static final Path MAIN_PAGE = Path.of("..", "..", "docs", "operators.md");
    private static final String SYMPTOMS = "What you see";
    private static final String MEANWHILE = "What still works";
    private static final String END = "How you know that it is over";
    private static final String WARNING = "What not to do";
    private static final int ONE_SCREEN = 100;

    static List<String> pages() {
        return Runbook.names();
    }

    static Stream<Command> commands() {
        return pages().stream()
                .flatMap(page -> Runbook.named(page).commands().stream())
                .filter(Command::isBackbone);
    }

    @Test
    void thereAreSome() {
        assertThat(pages())
                .contains(
                        "broker-lost",
                        "database-lost",
                        "gateway-down",
                        "poison-event",
                        "bad-deployment",
                        "disaster-recovery");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aTestIsNamedAfterIt(String page) {
        assertThatCode(() -> Class.forName(getClass().getPackageName() + "." + Runbook.testOf(page)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theMainPageLinksToIt(String page) throws IOException {
        assertThat(Files.readString(MAIN_PAGE)).contains("(operators/" + page + ".md)");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void itHasWhatAnOperatorNeedsAndEndsWithTheProof(String page) {
        Runbook runbook = Runbook.named(page);

        assertThat(runbook.sections()).extracting(Section::heading).contains(SYMPTOMS, MEANWHILE, END, WARNING);
        assertThat(runbook.section(END).commands().getLast().words()).containsExactly("./backbone", "verify");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void itFitsOnAScreen(String page) throws IOException {
        assertThat(MAIN_PAGE.resolveSibling(Path.of("operators", page + ".md")))
                .satisfies(file -> assertThat(Files.readAllLines(file)).hasSizeLessThan(ONE_SCREEN));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void thereIsSuchACommandWithSuchOptions(Command command) {
        String[] arguments = command.arguments().stream()
                .map(argument ->
                        argument.replace("TIME", "2026-01-31T12:00:00Z").replace("AGE", "10m"))
                .toArray(String[]::new);

        assertThatCode(() -> Backbone.commandLine().parseArgs(arguments)).doesNotThrowAnyException();
    }
}
