package dev.orderbackbone.simulators.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads and writes JSON objects. */
public final class Json {

    /** Deep enough for everything written here; 10⁵ nested arrays are refused at the ninth. */
    private static final int MAX_DEPTH = 8;

    private static final int TYPICAL_BYTES = 512;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Json() {}

    /** Writes the fields of one object. */
    @FunctionalInterface
    public interface Fields {
        void writeTo(JsonGenerator json) throws IOException;
    }

    /** One object on one line, UTF-8, without a line end. */
    public static byte[] write(Fields fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(TYPICAL_BYTES);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            fields.writeTo(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads one object.
     *
     * @throws JsonProblem when the text is anything else.
     */
    public static JsonObject read(byte[] utf8) {
        try (JsonParser parser = FACTORY.createParser(utf8)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new JsonProblem("", "must be a JSON object");
            }
            JsonObject read = object(parser);
            if (parser.nextToken() != null) {
                throw new JsonProblem("", "must be one JSON object and nothing after it");
            }
            return read;
        } catch (JsonProcessingException e) {
            throw new JsonProblem("", "is not valid JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new JsonProblem("", "is not valid JSON: " + e.getMessage());
        }
    }

    private static JsonObject object(JsonParser parser) throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (token != JsonToken.VALUE_NULL) {
                values.put(name, value(name, token, parser));
            }
        }
        return new JsonObject(values);
    }

    private static Object value(String name, JsonToken token, JsonParser parser) throws IOException {
        if (token == JsonToken.START_OBJECT) {
            return object(parser);
        }
        if (token == JsonToken.START_ARRAY) {
            return array(name, parser);
        }
        if (token == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
            return parser.getNumberValue();
        }
        return parser.getBooleanValue();
    }

    private static List<Object> array(String name, JsonParser parser) throws IOException {
        List<Object> values = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == JsonToken.VALUE_NULL) {
                throw new JsonProblem(name, "must not contain null");
            }
            values.add(value(name, token, parser));
        }
        return values;
    }
}
