package dev.orderbackbone.acceptance.runbook;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.acceptance.stack.RunningStack;
import dev.orderbackbone.acceptance.stack.Typed;
import dev.orderbackbone.local.Distribution;
import dev.orderbackbone.testkit.TemporaryFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Goes by a page: types what stands there, and looks whether it comes out as it stands there. When closed, all of the page must have been gone by.
 * For one thread.
 */
public final class Operator implements AutoCloseable {
    private static final String DATA = ".backbone";

    /** What was typed and printed, for those who write pages. */
    private static final Path TRANSCRIPTS = Path.of("target", "runbooks");

    private final Runbook page;
    private final RunningStack stack;
    private final TemporaryFolder place;
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, Distribution> releases = new HashMap<>();
    private final Set<Command> typed = new HashSet<>();
    private final long begunNanos = System.nanoTime();

    private Operator(Runbook page, RunningStack stack) throws IOException {
        this.page = page;
        this.stack = stack;
        this.place = TemporaryFolder.create();
        Files.createSymbolicLink(place.path().resolve(DATA), stack.folder());
    }

    /** Begins with the page that a test is named after: BrokerLostTest goes by broker-lost. */
    public static Operator of(RunningStack stack, Class<?> test) throws IOException {
        return new Operator(Runbook.named(Runbook.nameFor(test)), stack);
    }

    /** What a placeholder stands for from now on. */
    public Operator knows(String placeholder, String value) {
        values.put(placeholder, value);
        return this;
    }

    /** Where another release is: its command stands in the page as {@code NAME/backbone}. */
    public Operator has(String name, Distribution release) {
        releases.put(name, release);
        return this;
    }

    /** Does what stands below a heading. */
    public void follows(String heading) {
        page.section(heading).steps().forEach(this::follow);
    }

    private void follow(Step step) {
        Typed last = new Typed(0, "");
        for (Command command : step.commands()) {
            last = type(command);
        }
        String printed = last.printed();
        assertThat(step.shown().missingIn(printed, values))
                .as("a line that the page shows, in what was printed:\n" + printed)
                .isEmpty();
    }

    private Typed type(Command command) {
        Typed result = run(command.with(values));
        note(command, result);
        assertThat(result.exitCode())
                .as(page.name() + ", line " + command.line() + ": " + command.text() + "\n" + result.printed())
                .isEqualTo(command.exitCode());
        typed.add(command);
        return result;
    }

    private void note(Command command, Typed result) {
        try {
            Files.createDirectories(TRANSCRIPTS);
            Files.writeString(
                    TRANSCRIPTS.resolve(page.name() + ".txt"),
                    "$ " + command.text() + "\n" + result.printed() + "(exit code " + result.exitCode() + ", "
                            + Duration.ofNanos(System.nanoTime() - begunNanos).toSeconds()
                            + " s since the beginning)\n\n",
                    CREATE,
                    APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Typed run(Command command) {
        String[] arguments = command.arguments().toArray(String[]::new);
        if (!command.isBackbone()) {
            return Typed.run(place.path(), command.words());
        }
        if (command.isOfThisRelease()) {
            return stack.operator(arguments);
        }
        Distribution release = releases.get(command.release());
        if (release == null) {
            throw new IllegalStateException("nobody says where the release is of: " + command.text());
        }
        return stack.operator(release, arguments);
    }

    @Override
    public void close() {
        place.delete();
        assertThat(page.commands())
                .filteredOn(command -> !typed.contains(command))
                .extracting(Command::text)
                .as("what stands in the page and was not done")
                .isEmpty();
    }
}
