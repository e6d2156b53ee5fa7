package dev.orderbackbone.benchmarks.contender.ours;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.benchmarks.workload.SampleLine;
import dev.orderbackbone.benchmarks.workload.SampleOrder;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderRequestTest {
    private static final SampleOrder ORDER = new SampleOrder(
            42, "c-1", "1 Harbour Street", List.of(new SampleLine(0, 2, 100), new SampleLine(7, 1, 250)));
    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05Z");

    @Test
    void isWhatTheHttpApiTakes() {
        assertThat(new String(OrderRequest.of(ORDER, TIME, "tok_ok", true), UTF_8))
                .startsWith("POST /v1/orders HTTP/1.1\r\n")
                .contains("\r\nIdempotency-Key: o-0000000042\r\n")
                .endsWith(
                        "\r\n\r\n{\"storeId\":\"bench\",\"customerId\":\"c-1\",\"contact\":{\"name\":\"1 Harbour Street\","
                                + "\"email\":\"c-1@example.com\"},\"currency\":\"EUR\",\"orderedAt\":\"2026-01-02T03:04:05Z\","
                                + "\"paymentMethod\":\"tok_ok\",\"totalMinor\":450,\"lines\":["
                                + "{\"sku\":\"sku-00000\",\"quantity\":2,\"unitPriceMinor\":100},"
                                + "{\"sku\":\"sku-00007\",\"quantity\":1,\"unitPriceMinor\":250}]}");
    }

    @Test
    void leavesTheAddressOutWhereNoMailIsToBeSent() {
        assertThat(new String(OrderRequest.of(ORDER, TIME, "tok_ok", false), UTF_8))
                .doesNotContain("email");
    }
}
