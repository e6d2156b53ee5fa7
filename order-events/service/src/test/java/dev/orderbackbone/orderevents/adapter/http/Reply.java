package dev.orderbackbone.orderevents.adapter.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the server answered. */
record Reply(HttpResponse<byte[]> response) {
    private static final JsonFactory JSON = new JsonFactory();

    int status() {
        return response.statusCode();
    }

    /** A header; empty where it is missing. */
    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    String body() {
        return new String(response.body(), UTF_8);
    }

    /** The members of the JSON object in the body, none of which is an object or an array itself. */
    Map<String, String> members() {
        Map<String, String> members = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(response.body())) {
            assertThat(parser.nextToken()).isEqualTo(JsonToken.START_OBJECT);
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                assertThat(parser.nextToken().isScalarValue()).as(name).isTrue();
                members.put(name, parser.getText());
            }
            return members;
        } catch (IOException notJson) {
            throw new UncheckedIOException(body(), notJson);
        }
    }

    /** Asserts that it is a whole problem of RFC 9457. */
    Reply isProblem(int status, String rule, String field) {
        assertThat(status()).as(body()).isEqualTo(status);
        assertThat(header("Content-Type")).isEqualTo("application/problem+json");
        Map<String, String> members = members();
        assertThat(members)
                .containsEntry("status", String.valueOf(status))
                .containsEntry("rule", rule)
                .containsEntry("field", field)
                .containsEntry("type", "urn:orderbackbone:problem:" + rule);
        assertThat(members.get("title")).isNotBlank();
        assertThat(members.get("detail")).isNotBlank();
        return this;
    }

    /** Asserts that the order was taken in, and gives its id. */
    String isAccepted() {
        assertThat(status()).as(body()).isEqualTo(202);
        assertThat(header("Content-Type")).isEqualTo("application/json");
        String orderId = members().get("orderId");
        assertThat(orderId).hasSize(24);
        assertThat(header("Location")).isEqualTo("/v1/orders/" + orderId);
        assertThat(header("Retry-After")).isEqualTo("1");
        return orderId;
    }
}
