package dev.orderbackbone.acceptance.runbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunbookTest {
    private static final String PAGE = """
            # Something lost

            ## What you see

            ```sh
            ./backbone status        # exit code 1
            ```

            ```
            component   health
            kafka       DOWN   9092  ...
            ```

            ## What to do

            ```sh
            # first look, then act
            ./backbone parked edit PLACE --set 'lines[0].quantity=2' \\
              --run --reason "agreed with ORDER_ID"
            rm -r .backbone/kafka
            new/backbone up
            ```
            """;

    private final Runbook page = Runbook.of("something-lost", PAGE.lines().toList());

    @Test
    void aPageHasItsSectionsWithTheirCommands() {
        assertThat(page.sections())
                .extracting(Section::heading)
                .containsExactly("Something lost", "What you see", "What to do");
        assertThat(page.section("What to do").commands())
                .extracting(Command::words)
                .containsExactly(
                        List.of(
                                "./backbone",
                                "parked",
                                "edit",
                                "PLACE",
                                "--set",
                                "lines[0].quantity=2",
                                "--run",
                                "--reason",
                                "agreed with ORDER_ID"),
                        List.of("rm", "-r", ".backbone/kafka"),
                        List.of("new/backbone", "up"));
    }

    @Test
    void aCommandSaysWithWhichCodeItEndsAndWhereItStands() {
        Command status = page.section("What you see").commands().getFirst();

        assertThat(status).isEqualTo(new Command(6, "./backbone status", List.of("./backbone", "status"), 1));
        assertThat(page.section("What to do").commands())
                .extracting(Command::line)
                .containsExactly(18, 20, 21);
    }

    @Test
    void theBackboneOfAnyReleaseIsTold() {
        assertThat(page.commands()).extracting(Command::isBackbone).containsExactly(true, true, false, true);
        assertThat(page.commands()).extracting(Command::release).containsExactly(".", ".", ".", "new");
    }

    @Test
    void whatStandsForSomethingIsReplacedOrMissed() {
        Command edit = page.section("What to do").commands().getFirst();

        assertThat(edit.placeholders()).containsExactly("PLACE", "ORDER_ID");
        assertThat(edit.with(Map.of("PLACE", "orders.intake.v1-0@7", "ORDER_ID", "a$1"))
                        .words())
                .contains("orders.intake.v1-0@7", "agreed with a$1");
        assertThatThrownBy(() -> edit.with(Map.of("ORDER_ID", "x")))
                .hasMessageContaining("line 18")
                .hasMessageContaining("PLACE");
    }

    @Test
    void aPageAndItsTestAreFoundByEachOther() {
        assertThat(Runbook.testOf("something-quite-lost")).isEqualTo("SomethingQuiteLostTest");
        assertThat(Runbook.nameFor(RunbookTest.class)).isEqualTo("runbook");
        assertThatThrownBy(() -> Runbook.nameFor(Runbook.class)).hasMessage("Runbook is no test");
    }

    @ParameterizedTest
    @CsvSource({
        "'component  health', ''",
        "'kafka      DOWN  19092', ''",
        "'  kafka  DOWN  9092  ended by itself', ''",
        "'kafka      UP    9092', 'kafka       DOWN   9092  ...'",
        "'kafka      DOWN', 'kafka       DOWN   9092  ...'",
    })
    void whatAPageShowsIsComparedWithWhatIsPrinted(String printed, String missing) {
        Excerpt shown = page.section("What you see").steps().getFirst().shown();
        String before = printed.startsWith("component") ? "" : "component health\n";
        String after = printed.startsWith("component") ? "\nkafka DOWN 1" : "";

        assertThat(shown.missingIn(before + printed + after, Map.of()).orElse(""))
                .isEqualTo(missing);
    }

    @Test
    void whatIsShownMustComeInThatOrder() {
        Excerpt shown = page.section("What you see").steps().getFirst().shown();

        assertThat(shown.missingIn("kafka DOWN 9092\ncomponent health", Map.of()))
                .isPresent();
    }

    @Test
    void aPlaceholderThatIsShownMustBePrintedAsWhatItStandsFor() {
        Excerpt shown = new Excerpt(List.of("order ORDER_ID  PENDING"));

        assertThat(shown.missingIn("order abc1 PENDING", Map.of("ORDER_ID", "abc1")))
                .isEmpty();
        assertThat(shown.missingIn("order abc2 PENDING", Map.of("ORDER_ID", "abc1")))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "```sh;./backbone up > log;```      | line 2: '>' means something to a shell",
                "```sh;./backbone order $ID;```     | line 2: '$' means something to a shell",
                "```sh;./backbone order 'x;```      | line 2: a quote without an end",
                "```sh;./backbone up \\;```         | line 2: a command without an end",
                "```sh;./backbone up                | line 1: a block without an end",
                "```bash;./backbone up;```          | a block is sh, or what that prints, but not bash",
                "```;up;```                         | no command before it prints this block",
            })
    void whatCannotBeRunAsItStandsIsRefused(String lines, String why) {
        assertThatThrownBy(() -> Runbook.of("page", List.of(lines.split(";", -1))))
                .hasMessageContaining("page, " + (why.startsWith("line") ? why : "line "))
                .hasMessageContaining(why);
    }
}
