package dev.orderbackbone.projection.domain;

import java.util.Collection;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Writes one JSON object, without a space. A field without a value is left out. */
final class JsonText {
    private final StringBuilder text = new StringBuilder(96).append('{');

    JsonText field(String name, @Nullable String value) {
        if (value != null) {
            name(name);
            quote(value);
        }
        return this;
    }

    JsonText field(String name, long value) {
        name(name);
        text.append(value);
        return this;
    }

    JsonText field(String name, boolean value) {
        name(name);
        text.append(value);
        return this;
    }

    <T> JsonText fields(String name, Collection<T> items, BiConsumer<JsonText, T> writer) {
        name(name);
        text.append(array(items, writer));
        return this;
    }

    String end() {
        return text.append('}').toString();
    }

    static <T> String array(Collection<T> items, BiConsumer<JsonText, T> writer) {
        StringBuilder array = new StringBuilder("[");
        for (T item : items) {
            JsonText object = new JsonText();
            writer.accept(object, item);
            array.append(array.length() > 1 ? "," : "").append(object.end());
        }
        return array.append(']').toString();
    }

    private void name(String name) {
        if (text.length() > 1) {
            text.append(',');
        }
        quote(name);
        text.append(':');
    }

    private void quote(String value) {
        text.append('"');
        for (int at = 0; at < value.length(); at++) {
            char character = value.charAt(at);
            if (character == '"' || character == '\\') {
                text.append('\\').append(character);
            } else if (character < ' ' || (Character.isSurrogate(character) && !isPaired(value, at))) {
                escape(character);
            } else {
                text.append(character);
            }
        }
        text.append('"');
    }

    /** PostgreSQL's jsonb has no place for NUL and for half a surrogate pair: both become the replacement character. */
    private void escape(char character) {
        boolean impossible = character == 0 || Character.isSurrogate(character);
        text.append(impossible ? "\ufffd" : String.format("\\u%04x", (int) character));
    }

    private static boolean isPaired(String value, int at) {
        char character = value.charAt(at);
        return Character.isHighSurrogate(character)
                ? at + 1 < value.length() && Character.isLowSurrogate(value.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(value.charAt(at - 1));
    }
}
