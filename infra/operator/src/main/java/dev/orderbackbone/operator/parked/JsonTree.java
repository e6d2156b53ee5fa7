package dev.orderbackbone.operator.parked;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.orderbackbone.operator.CommandFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as maps, lists, strings, numbers (as {@link Long}) and booleans. */
final class JsonTree {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonTree() {}

    /**
     * Reads one object.
     *
     * @throws CommandFailure if the text is none; says where.
     */
    static Map<String, Object> parse(String text) {
        try (JsonParser json = FACTORY.createParser(text)) {
            json.nextToken();
            Object value = valueOf(json);
            if (json.nextToken() != null) {
                throw new CommandFailure("the payload is followed by something else");
            }
            if (!(value instanceof Map<?, ?>)) {
                throw new CommandFailure("the payload must be a JSON object");
            }
            @SuppressWarnings("unchecked") // objects are read as maps of this kind only
            Map<String, Object> object = (Map<String, Object>) value;
            return object;
        } catch (JsonProcessingException broken) {
            throw new CommandFailure(
                    "the payload is no JSON, line " + broken.getLocation().getLineNr() + ", column "
                            + broken.getLocation().getColumnNr() + ": " + broken.getOriginalMessage());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // memory can always be read
        }
    }

    private static @Nullable Object valueOf(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        if (token == null) {
            throw new CommandFailure("the payload is empty");
        }
        return switch (token) {
            case START_OBJECT -> objectOf(json);
            case START_ARRAY -> arrayOf(json);
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT -> json.getLongValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case VALUE_NUMBER_FLOAT, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new CommandFailure("no message has a value like " + json.getText());
        };
    }

    private static Map<String, @Nullable Object> objectOf(JsonParser json) throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            object.put(name, valueOf(json));
        }
        return object;
    }

    private static List<@Nullable Object> arrayOf(JsonParser json) throws IOException {
        List<@Nullable Object> array = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            array.add(valueOf(json));
        }
        return array;
    }
}
