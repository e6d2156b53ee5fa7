package dev.orderbackbone.schemas.registry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The little JSON that the registry's API needs: flat objects, whose values are scalars or lists of scalars. */
final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    static String object(Map<String, String> members) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            for (Map.Entry<String, String> member : members.entrySet()) {
                json.writeStringField(member.getKey(), member.getValue());
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /**
     * The members of an object as texts; a scalar is a list of one, a nested object is left out.
     *
     * @throws IOException if the text is no JSON object.
     */
    static Map<String, List<String>> members(String text) throws IOException {
        Map<String, List<String>> members = new HashMap<>();
        try (JsonParser json = FACTORY.createParser(text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not a JSON object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                members.put(name, scalars(json));
            }
        }
        return members;
    }

    private static List<String> scalars(JsonParser json) throws IOException {
        if (json.currentToken().isScalarValue()) {
            return List.of(json.getText());
        }
        if (json.currentToken() == JsonToken.START_OBJECT) {
            json.skipChildren();
            return List.of();
        }
        List<String> items = new ArrayList<>();
        for (JsonToken token = json.nextToken();
                token != null && token != JsonToken.END_ARRAY;
                token = json.nextToken()) {
            if (token.isScalarValue()) {
                items.add(json.getText());
            } else {
                json.skipChildren();
            }
        }
        return items;
    }
}
