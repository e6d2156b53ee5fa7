package dev.orderbackbone.orderevents.client;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The texts of a body's outermost fields. A body that is no JSON, such as that of a proxy on the way, has none. */
final class AnswerJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final Map<String, String> texts = new HashMap<>();

    private AnswerJson() {}

    static AnswerJson read(byte[] body) {
        AnswerJson answer = new AnswerJson();
        try (JsonParser parser = FACTORY.createParser(body)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                answer.fields(parser);
            }
        } catch (IOException notJson) {
            answer.texts.clear();
        }
        return answer;
    }

    /** The text of a field; empty where there is none. */
    String text(String field) {
        return texts.getOrDefault(field, "");
    }

    private void fields(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (parser.nextToken().isStructStart()) {
                parser.skipChildren();
            } else {
                texts.put(name, parser.getText());
            }
        }
    }
}
