package dev.orderbackbone.acceptance.runbook;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a page says that a command prints.
 *
 * @param lines those that matter.
 */
public record Excerpt(List<String> lines) {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final String ANYTHING = "...";

    /** Copies, without lines that are blank. */
    public Excerpt {
        lines = lines.stream().filter(line -> !line.isBlank()).toList();
    }

    /**
     * The first line that was not printed behind those before it; empty where all were.
     *
     * @param values what the placeholders stand for.
     */
    Optional<String> missingIn(String printed, Map<String, String> values) {
        List<String> found = printed.lines().map(String::strip).toList();
        int from = 0;
        for (String line : lines) {
            Pattern wanted = patternOf(line, values);
            while (from < found.size() && !wanted.matcher(found.get(from)).matches()) {
                from++;
            }
            if (from == found.size()) {
                return Optional.of(line);
            }
            from++;
        }
        return Optional.empty();
    }

    private static Pattern patternOf(String line, Map<String, String> values) {
        return Pattern.compile(Arrays.stream(BLANKS.split(line.strip(), -1))
                .map(word -> patternOfWord(word, values))
                .collect(Collectors.joining("\\s+"))
                .replace("\\s+.*", ".*"));
    }

    private static String patternOfWord(String word, Map<String, String> values) {
        if (word.equals(ANYTHING)) {
            return ".*";
        }
        if (values.containsKey(word)) {
            return Pattern.quote(values.get(word));
        }
        return DIGIT.matcher(word).find() ? "\\S*\\d\\S*" : Pattern.quote(word);
    }
}
