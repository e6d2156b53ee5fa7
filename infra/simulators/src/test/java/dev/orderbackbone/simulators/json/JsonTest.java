package dev.orderbackbone.simulators.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void readsWhatItWrites() {
        JsonObject read = Json.read(Json.write(json -> {
            json.writeStringField("text", "line\nfeed \u00e9 \ud83d\ude00 \"quoted\"");
            json.writeNumberField("whole", Long.MAX_VALUE);
            json.writeNumberField("number", 0.5);
            json.writeNullField("nothing");
            json.writeArrayFieldStart("texts");
            json.writeString("a");
            json.writeString("b");
            json.writeEndArray();
            json.writeObjectFieldStart("object");
            json.writeStringField("inner", "value");
            json.writeEndObject();
        }));

        assertThat(read.text("text")).isEqualTo("line\nfeed \u00e9 \ud83d\ude00 \"quoted\"");
        assertThat(read.whole("whole")).isEqualTo(Long.MAX_VALUE);
        assertThat(read.number("number")).isEqualTo(0.5);
        assertThat(read.has("nothing")).isFalse();
        assertThat(read.texts("texts")).isEqualTo(List.of("a", "b"));
        assertThat(read.object("object").text("inner")).isEqualTo("value");
    }

    @Test
    void writesNoLineEndWhateverTheText() {
        byte[] line = Json.write(json -> json.writeStringField("text", "a\r\nb\u2028c"));

        assertThat(new String(line, StandardCharsets.UTF_8))
                .doesNotContain("\n")
                .doesNotContain("\r");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "1",
                "null",
                "{\"a\":1}{}",
                "{\"a\":1,\"a\":2}",
                "{'a':1}",
                "{\"a\":NaN}",
                "\u0000"
            })
    void refusesWhatIsNotOneObject(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(JsonProblem.class);
    }

    @Test
    void refusesDeepNestingWithoutBreaking() {
        String nested = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        assertThatThrownBy(() -> read(nested)).isInstanceOf(JsonProblem.class).hasMessageContaining("nesting");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"n\":1.5}",
                "{\"n\":\"1\"}",
                "{\"n\":9223372036854775808}",
                "{\"n\":1e2}",
                "{\"n\":true}",
                "{}"
            })
    void refusesAsWholeNumberWhatIsNone(String text) {
        assertThatThrownBy(() -> read(text).whole("n"))
                .isInstanceOfSatisfying(
                        JsonProblem.class,
                        problem -> assertThat(problem.field()).isEqualTo("n"));
    }

    @Test
    void namesTheFieldThatIsNotKnown() {
        assertThatThrownBy(() -> read("{\"ammount\":1}").allow(Set.of("amount")))
                .isInstanceOfSatisfying(JsonProblem.class, problem -> {
                    assertThat(problem.field()).isEqualTo("ammount");
                    assertThat(problem.rule()).contains("amount");
                });
    }

    private static JsonObject read(String text) {
        return Json.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
