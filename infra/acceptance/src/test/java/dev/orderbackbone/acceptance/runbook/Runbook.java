package dev.orderbackbone.acceptance.runbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page for operators.
 *
 * @param name of its file, without suffix.
 * @param sections in their order; what stands before the first heading is in the first one.
 */
public record Runbook(String name, List<Section> sections) {
    private static final String SUFFIX = ".md";
    private static final String TEST = "Test";
    private static final Pattern CAPITAL = Pattern.compile("[A-Z]");

    /** Beside this module's folder, which is where tests run. */
    private static final Path PAGES = Path.of("..", "..", "docs", "operators");

    /** Copies. */
    public Runbook {
        sections = List.copyOf(sections);
    }

    /** The page of that name. */
    public static Runbook named(String name) {
        try {
            return of(name, Files.readAllLines(PAGES.resolve(name + SUFFIX)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Names of all pages. */
    public static List<String> names() {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(SUFFIX))
                    .map(file -> file.substring(0, file.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The name of the page that a test is named after: broker-lost for BrokerLostTest. */
    static String nameFor(Class<?> test) {
        String name = test.getSimpleName();
        if (!name.endsWith(TEST)) {
            throw new IllegalArgumentException(name + " is no test");
        }
        return CAPITAL.matcher(name.substring(0, name.length() - TEST.length()))
                .replaceAll("-$0")
                .substring(1)
                .toLowerCase(Locale.ROOT);
    }

    /** The simple name of the test of a page: the other way round. */
    public static String testOf(String page) {
        return Arrays.stream(page.split("-", -1))
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining())
                + TEST;
    }

    static Runbook of(String name, List<String> lines) {
        return new Runbook(name, new PageReader(name).read(lines));
    }

    /** The part below a heading. */
    public Section section(String heading) {
        return sections.stream()
                .filter(section -> section.heading().equals(heading))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " has no part '" + heading + "', but "
                        + sections.stream().map(Section::heading).toList()));
    }

    /** All commands. */
    public List<Command> commands() {
        return sections.stream().flatMap(section -> section.commands().stream()).toList();
    }
}
