package dev.orderbackbone.schemas.serde;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.order.OrderExpired;
import dev.orderbackbone.contract.payment.VoidPayment;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MessageHeadersTest {
    private static final UUID ID = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
    private static final Meta META = new Meta(ID, "order", 2, Instant.EPOCH, ID, "shop");

    @Test
    void publicEventsAreCloudEvents() {
        assertThat(headersOf(new OrderExpired(META), null))
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_id", ID.toString())
                .containsEntry("ce_source", "/stores/shop")
                .containsEntry("ce_type", "dev.orderbackbone.contract.order.OrderExpired")
                .containsEntry("content-type", "application/avro");
    }

    @Test
    void commandsAreNot() {
        assertThat(headersOf(new VoidPayment(META, "cancelled"), null)).isEmpty();
    }

    @Test
    void theTraceGoesOnAndNothingElseOfTheCause() {
        Headers cause = new RecordHeaders()
                .add("traceparent", "00-1-2-01".getBytes(UTF_8))
                .add("ce_id", "the cause's".getBytes(UTF_8));

        assertThat(headersOf(new VoidPayment(META, "cancelled"), cause))
                .containsExactlyEntriesOf(Map.of("traceparent", "00-1-2-01"));
    }

    private static Map<String, String> headersOf(Message message, @Nullable Headers cause) {
        Map<String, String> headers = new HashMap<>();
        MessageHeaders.of(message, cause)
                .forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return headers;
    }
}
