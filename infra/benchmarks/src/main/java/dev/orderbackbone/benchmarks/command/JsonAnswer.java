package dev.orderbackbone.benchmarks.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.orderbackbone.benchmarks.BenchFailure;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The numbers, texts and truths of a JSON object, each by its pointer (RFC 6901), such as {@code /plan/records}. */
public record JsonAnswer(Map<String, String> values) {
    private static final JsonFactory FACTORY = new JsonFactory();

    /** Copies them. */
    public JsonAnswer {
        values = Map.copyOf(values);
    }

    /**
     * Reads one object.
     *
     * @throws BenchFailure if it is none.
     */
    public static JsonAnswer of(String json) {
        Map<String, String> values = new LinkedHashMap<>();
        try (JsonParser parser = FACTORY.createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isScalarValue()) {
                    values.put(parser.getParsingContext().pathAsPointer().toString(), parser.getText());
                }
            }
        } catch (IOException broken) {
            throw new BenchFailure("this is no JSON: " + json, broken);
        }
        return new JsonAnswer(values);
    }

    /**
     * As it stands.
     *
     * @throws BenchFailure if there is nothing.
     */
    public String text(String pointer) {
        String value = values.get(pointer);
        if (value == null) {
            throw new BenchFailure("there is no " + pointer + " in the answer: " + values);
        }
        return value;
    }

    /**
     * A whole number.
     *
     * @throws BenchFailure if there is none.
     */
    public long number(String pointer) {
        try {
            return Long.parseLong(text(pointer));
        } catch (NumberFormatException none) {
            throw new BenchFailure(pointer + " is no whole number: " + text(pointer), none);
        }
    }

    /** The sum of all whole numbers whose pointers end so. */
    public long sum(String end) {
        return values.keySet().stream()
                .filter(pointer -> pointer.endsWith(end))
                .mapToLong(this::number)
                .sum();
    }
}
