package dev.orderbackbone.operator.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTextTest {
    @Test
    void writesOneObjectThatAPersonCanRead() {
        String text = JsonText.object(json -> {
            json.writeNumberField("inputs", 3);
            JsonText.counts(json, "orders", Map.of("COMPLETED", 2L));
        });

        assertThat(text).isEqualTo("""
                {
                  "inputs" : 3,
                  "orders" : {
                    "COMPLETED" : 2
                  }
                }""");
    }
}
