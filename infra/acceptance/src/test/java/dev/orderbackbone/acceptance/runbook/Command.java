package dev.orderbackbone.acceptance.runbook;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One command of a page.
 *
 * @param line where it begins, 1 or more.
 * @param text as it stands there, without what is said about it.
 * @param words its program and arguments.
 * @param exitCode with which it ends.
 */
public record Command(int line, String text, List<String> words, int exitCode) {
    private static final Pattern COMMENT = Pattern.compile("(?<=^|\\s)#\\s*(.*)$");
    private static final Pattern EXIT_CODE = Pattern.compile("exit code (\\d+)");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\b(ORDER_ID|PLACE|FILE|FOLDER|AGE|TIME)\\b");
    private static final Pattern BACKBONE = Pattern.compile("(.+)/backbone");
    private static final String HERE = ".";

    /** Checks that there is something to run. */
    public Command {
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("line " + line + ": no command");
        }
    }

    static Command of(int line, String written) {
        Matcher comment = COMMENT.matcher(written);
        if (!comment.find()) {
            return new Command(line, written.strip(), ShellWords.of(written), 0);
        }
        String text = written.substring(0, comment.start()).strip();
        Matcher exitCode = EXIT_CODE.matcher(comment.group(1));
        return new Command(line, text, ShellWords.of(text), exitCode.find() ? Integer.parseInt(exitCode.group(1)) : 0);
    }

    /** Whether it is the backbone's own command, of whichever release. */
    public boolean isBackbone() {
        return BACKBONE.matcher(words.getFirst()).matches();
    }

    /** The folder of the release whose command it is, as the page has it; a dot for the one that is worked with. */
    String release() {
        Matcher backbone = BACKBONE.matcher(words.getFirst());
        return backbone.matches() ? backbone.group(1) : HERE;
    }

    boolean isOfThisRelease() {
        return release().equals(HERE);
    }

    /** What the command is given. */
    public List<String> arguments() {
        return words.subList(1, words.size());
    }

    /** What stands for something else, each once. */
    public List<String> placeholders() {
        return words.stream()
                .flatMap(word -> PLACEHOLDER.matcher(word).results().map(MatchResult::group))
                .distinct()
                .toList();
    }

    /**
     * The command with what its placeholders stand for.
     *
     * @throws IllegalArgumentException if that is not known of one.
     */
    Command with(Map<String, String> values) {
        placeholders().stream()
                .filter(placeholder -> !values.containsKey(placeholder))
                .forEach(unknown -> {
                    throw new IllegalArgumentException(
                            "line " + line + ": nobody says what " + unknown + " stands for in: " + text);
                });
        List<String> filled = words.stream()
                .map(word -> PLACEHOLDER
                        .matcher(word)
                        .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(), ""))))
                .toList();
        return new Command(line, text, filled, exitCode);
    }
}
