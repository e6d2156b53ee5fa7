package dev.orderbackbone.orderevents.adapter.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a request body strictly and in one pass: bytes that are no UTF-8, an unknown field, a field that stands twice, a value of another
 * type or anything after the end is refused, with a pointer to it. Reading ends at the first fault.
 */
final class JsonInput {
    private static final int DEEPEST = 8;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_STRING = 10_000;
    private static final int LONGEST_NUMBER = 1_000;
    private static final int MOST_FIELDS = 12;
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNameLength(LONGEST_NAME)
                    .maxStringLength(LONGEST_STRING)
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
    static void read(byte[] body, FieldReader fields) {
        CharBuffer text = decode(body);
        try (JsonParser parser = FACTORY.createParser(text.array(), text.arrayOffset(), text.length())) {
            new JsonInput(parser).whole(fields);
        } catch (StreamConstraintsException tooMuch) {
            throw RefusedRequest.malformed("json-limit", "", tooMuch.getOriginalMessage());
        } catch (JsonProcessingException invalid) {
            throw RefusedRequest.malformed("json", "", invalid.getOriginalMessage());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // characters in memory can always be read
        }
    }

    /** Strictly: the parser's own decoder would let overlong forms and halves of characters pass. */
    private static CharBuffer decode(byte[] body) {
        try {
            CharBuffer text = UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            if (!text.isEmpty() && text.get(0) == BYTE_ORDER_MARK) {
                throw RefusedRequest.malformed("encoding", "", "must be UTF-8 without a byte order mark");
            }
            return text;
        } catch (CharacterCodingException invalid) {
            throw RefusedRequest.malformed("encoding", "", "is not UTF-8");
        }
    }

    private void whole(FieldReader fields) throws IOException {
        parser.nextToken();
        object(fields);
        if (parser.nextToken() != null) {
            throw RefusedRequest.malformed("json", "", "something follows the object");
        }
    }

    /** Reads an object that begins at the present token. */
    void object(FieldReader fields) throws IOException {
        expect(JsonToken.START_OBJECT, "an object");
        List<String> seen = new ArrayList<>(MOST_FIELDS);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            if (seen.contains(name)) {
                throw RefusedRequest.malformed("duplicate-field", pointer(), "the field stands twice");
            }
            seen.add(name);
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
                throw tooLong(most);
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

    /** The text at the present token; {@code otherwise} for null, which says no more than a missing field. */
    String textOr(String otherwise) throws IOException {
        return isNull() ? otherwise : text();
    }

    /** The text at the present token; null for null. */
    @Nullable
    String textOrNull() throws IOException {
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

    /** The value of a field that must stand in the object that has just been read. */
    <T> T required(@Nullable T value, String name) {
        return value == null ? requiredAt(value, pointer() + "/" + name) : value;
    }

    /** The value of a field of the body itself that must be there. */
    static <T> T requiredAt(@Nullable T value, String field) {
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

    /** Named as the rules name it. The present token begins the element that is one too many. */
    private RefusedRequest tooLong(int most) {
        String element = pointer();
        String array = element.substring(0, element.lastIndexOf('/'));
        return RefusedRequest.broken(
                array.substring(array.lastIndexOf('/') + 1) + "-limit", array, "at most " + most + " are taken");
    }

    private String pointer() {
        return parser.getParsingContext().pathAsPointer().toString();
    }
}
