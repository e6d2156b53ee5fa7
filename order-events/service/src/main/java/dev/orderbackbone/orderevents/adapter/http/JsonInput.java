package dev.orderbackbone.orderevents.adapter.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a request body strictly and in one pass: an unknown field, a field that stands twice, a value of another type or anything after
 * the end is refused, with a pointer to it.
 */
final class JsonInput {
    private static final int DEEPEST = 8;
    private static final int LONGEST_STRING = 10_000;
    private static final int LONGEST_NUMBER = 32;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_STRING)
                    .maxNameLength(LONGEST_STRING)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .build();

    private final JsonParser parser;

    private JsonInput(JsonParser parser) {
        this.parser = parser;
    }

    /** Reads the value of one field, whose name has just been read; says false where it does not know the name. */
    @FunctionalInterface
    interface FieldReader {
        boolean read(String name, JsonInput in) throws IOException;
    }

    /** Reads one element of an array. */
    @FunctionalInterface
    interface ElementReader<T> {
        T read(JsonInput in, int index) throws IOException;
    }

    /**
     * Reads the body as one object.
     *
     * @throws RefusedRequest if it is not such an object.
     */
    static void read(byte @Nullable [] body, FieldReader fields) {
        if (body == null || body.length == 0) {
            throw RefusedRequest.malformed("json", "", "there is no body");
        }
        try (JsonParser parser = FACTORY.createParser(body)) {
            JsonInput in = new JsonInput(parser);
            parser.nextToken();
            in.object(fields);
            if (parser.nextToken() != null) {
                throw RefusedRequest.malformed("json", "", "something follows the object");
            }
        } catch (StreamReadException invalid) {
            throw malformed(invalid);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // a byte array can always be read
        }
    }

    /** Reads an object that begins at the present token. */
    void object(FieldReader fields) throws IOException {
        expect(JsonToken.START_OBJECT, "an object");
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (!fields.read(name, this)) {
                throw RefusedRequest.malformed("unknown-field", pointer(), "there is no field " + name + " here");
            }
        }
    }

    /** Reads an array that begins at the present token, of at most {@code most} elements. */
    <T> List<T> array(int most, ElementReader<T> elements) throws IOException {
        expect(JsonToken.START_ARRAY, "an array");
        List<T> all = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (all.size() == most) {
                throw RefusedRequest.broken("array-limit", pointer(), "at most " + most + " are taken");
            }
            all.add(elements.read(this, all.size()));
        }
        return all;
    }

    /** The text at the present token. */
    String text() throws IOException {
        expect(JsonToken.VALUE_STRING, "a string");
        return parser.getText();
    }

    /** The text at the present token; null for null. */
    @Nullable String textOrNull() throws IOException {
        return isNull() ? null : text();
    }

    /** Whether null stands at the present token. */
    boolean isNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    /** The truth value at the present token. */
    boolean truth() {
        if (parser.currentToken() != JsonToken.VALUE_FALSE) {
            expect(JsonToken.VALUE_TRUE, "true or false");
            return true;
        }
        return false;
    }

    /** The whole number at the present token, which must fit 32 bits. */
    int int32() throws IOException {
        expect(JsonToken.VALUE_NUMBER_INT, "a whole number");
        try {
            return parser.getIntValue();
        } catch (InputCoercionException tooLarge) {
            throw RefusedRequest.broken("integer-range", pointer(), "does not fit 32 bits");
        }
    }

    /** The whole number at the present token, which must fit 64 bits. */
    long int64() throws IOException {
        expect(JsonToken.VALUE_NUMBER_INT, "a whole number");
        try {
            return parser.getLongValue();
        } catch (InputCoercionException tooLarge) {
            throw RefusedRequest.broken("integer-range", pointer(), "does not fit 64 bits");
        }
    }

    /** The point in time at the present token (RFC 3339, with an offset). */
    Instant instant() throws IOException {
        String text = text();
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException invalid) {
            throw RefusedRequest.malformed("date-time", pointer(), "is no RFC 3339 date and time with an offset");
        }
    }

    /** The value that must be there. */
    static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw RefusedRequest.malformed("required", field, "is missing");
        }
        return value;
    }

    private void expect(JsonToken token, String what) {
        if (parser.currentToken() != token) {
            throw RefusedRequest.malformed("type", pointer(), "must be " + what);
        }
    }

    private String pointer() {
        return parser.getParsingContext().pathAsPointer().toString();
    }

    private static RefusedRequest malformed(StreamReadException invalid) {
        JsonParser parser = invalid.getProcessor();
        String field = parser == null ? "" : parser.getParsingContext().pathAsPointer().toString();
        String message = invalid.getOriginalMessage();
        boolean duplicate = message.startsWith("Duplicate field");
        return RefusedRequest.malformed(duplicate ? "duplicate-field" : "json", field, message);
    }
}
