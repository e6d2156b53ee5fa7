package dev.orderbackbone.orderevents.domain;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rules about texts: something must stand in them, they must be of bearable length, and every tool must be able to show and store them. */
final class TextRules {
    static final String NOT_BLANK = "not-blank";
    static final String MAX_LENGTH = "max-length";
    static final String PRINTABLE = "printable";

    /** Longest id or code, in characters. */
    static final int ID_LENGTH = 128;

    /** Longest text that a person wrote. */
    static final int PROSE_LENGTH = 500;

    private TextRules() {}

    /** The rule that an id or code stands at {@code field}. */
    static <T> Rule<T> id(String field, Function<T, String> text) {
        return required(field, ID_LENGTH, text);
    }

    /** The rule that a text stands at {@code field}, at most {@code most} characters (UTF-16 units) long. */
    static <T> Rule<T> required(String field, int most, Function<T, String> text) {
        return subject -> {
            String value = text.apply(subject);
            return value.isBlank() ? new BrokenRule(NOT_BLANK, field, "must not be blank") : shown(field, most, value);
        };
    }

    /** The rule that what stands at {@code field}, if anything does, is at most {@code most} characters long. */
    static <T> Rule<T> optional(String field, int most, OptionalText<T> text) {
        return subject -> {
            String value = text.of(subject);
            return value == null ? null : shown(field, most, value);
        };
    }

    private static @Nullable BrokenRule shown(String field, int most, String value) {
        if (value.length() > most) {
            return new BrokenRule(
                    MAX_LENGTH, field, "has " + value.length() + " characters, at most " + most + " are taken");
        }
        return value.codePoints().allMatch(TextRules::isPrintable)
                ? null
                : new BrokenRule(PRINTABLE, field, "holds a control character or half a character");
    }

    private static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> true;
        };
    }

    /** Where a text that may be missing stands. */
    @FunctionalInterface
    interface OptionalText<T> {
        @Nullable
        String of(T subject);
    }
}
