package dev.orderbackbone.simulators.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads environment variables. A variable that is empty counts as not set. A value that breaks its rule is noted and
 * its default goes on in its place, so that one start names every problem.
 */
public final class Environment {

    private final Map<String, String> variables;
    private final List<Setting> settings = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    /**
     * A setting that was asked for.
     *
     * @param rule the values that are allowed.
     */
    public record Setting(String name, String fallback, String rule, String meaning) {}

    public Environment(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /** A whole number within the range, both ends included. */
    public long whole(String name, long fallback, long lowest, long highest, String meaning) {
        String rule = lowest == Long.MIN_VALUE ? "a whole number" : "a whole number, " + lowest + " to " + highest;
        return read(name, fallback, rule, meaning, text -> {
            long value = Long.parseLong(text);
            return value >= lowest && value <= highest ? value : null;
        });
    }

    /** A number from 0 to 100. */
    public double percent(String name, String meaning) {
        return read(name, 0.0, "a number, 0 to 100", meaning, text -> {
            double value = Double.parseDouble(text);
            return value >= 0 && value <= 100 ? value : null;
        });
    }

    public boolean flag(String name, boolean fallback, String meaning) {
        return read(name, fallback, "true or false", meaning, text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> null;
        });
    }

    public Path path(String name, Path fallback, String meaning) {
        return read(name, fallback, "a path", meaning, Path::of);
    }

    /** One of the constants, by name. */
    public <E extends Enum<E>> E oneOf(String name, Class<E> constants, E fallback, String meaning) {
        return read(name, fallback, "one of " + names(constants), meaning, text -> Enum.valueOf(constants, text));
    }

    /** Anything that is not empty. */
    public String text(String name, String fallback, String meaning) {
        return read(name, fallback, "a text", meaning, text -> text);
    }

    /** Some of the constants, by name, separated by commas. */
    public <E extends Enum<E>> Set<E> someOf(String name, Class<E> constants, Set<E> fallback, String meaning) {
        String usual = names(Stream.of(constants.getEnumConstants()).filter(fallback::contains));
        String chosen = read(name, usual, "some of " + names(constants), meaning, text -> {
            set(constants, text);
            return text;
        });
        return set(constants, chosen);
    }

    /** Notes a rule between settings that is broken. */
    public void require(boolean holds, String rule) {
        if (!holds) {
            problems.add(rule);
        }
    }

    /** Notes every variable whose name begins and ends like one of ours and is none: it is misspelt. */
    public void refuseUnknown(String prefix, String suffix) {
        Set<String> known = settings.stream().map(Setting::name).collect(Collectors.toSet());
        variables.keySet().stream()
                .filter(name -> name.startsWith(prefix) && name.endsWith(suffix) && !known.contains(name))
                .sorted()
                .forEach(name -> problems.add(name + " is not a setting; --help lists all"));
    }

    /** What is wrong, one sentence each; empty when nothing is. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** Everything that was asked for, in that order. */
    public List<Setting> settings() {
        return List.copyOf(settings);
    }

    private <T> T read(String name, T fallback, String rule, String meaning, Function<String, @Nullable T> parse) {
        settings.add(new Setting(name, fallback.toString(), rule, meaning));
        String text = variables.getOrDefault(name, "").strip();
        if (text.isEmpty()) {
            return fallback;
        }
        T value = parsed(text, parse);
        if (value == null) {
            problems.add(name + " must be " + rule + ", not \"" + text + "\"");
            return fallback;
        }
        return value;
    }

    private static <T> @Nullable T parsed(String text, Function<String, @Nullable T> parse) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            // NumberFormatException and InvalidPathException are of this kind too
            return null;
        }
    }

    private static <E extends Enum<E>> Set<E> set(Class<E> constants, String text) {
        return Stream.of(text.split(",", -1))
                .map(name -> Enum.valueOf(constants, name.strip()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static <E extends Enum<E>> String names(Class<E> constants) {
        return names(Stream.of(constants.getEnumConstants()));
    }

    private static <E extends Enum<E>> String names(Stream<E> constants) {
        return constants.map(Enum::name).collect(Collectors.joining(","));
    }
}
