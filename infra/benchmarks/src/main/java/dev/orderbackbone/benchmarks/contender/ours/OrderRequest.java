package dev.orderbackbone.benchmarks.contender.ours;

import dev.orderbackbone.benchmarks.http.Request;
import dev.orderbackbone.benchmarks.workload.SampleLine;
import dev.orderbackbone.benchmarks.workload.SampleOrder;
import java.time.Instant;

/** An order as {@code POST /v1/orders} takes it. Nothing in it needs to be escaped. */
final class OrderRequest {
    static final String STORE = "bench";

    private OrderRequest() {}

    /**
     * The request.
     *
     * @param paymentMethod a token.
     * @param isToldByMail whether the customer has an address to which the outcome is sent.
     */
    static byte[] of(SampleOrder order, Instant orderedAt, String paymentMethod, boolean isToldByMail) {
        StringBuilder json = new StringBuilder(512)
                .append("{\"storeId\":\"" + STORE + "\",\"customerId\":\"")
                .append(order.customerId())
                .append("\",\"contact\":{\"name\":\"")
                .append(order.shipTo());
        if (isToldByMail) {
            json.append("\",\"email\":\"").append(order.customerId()).append("@example.com");
        }
        json.append("\"},\"currency\":\"" + SampleOrder.CURRENCY + "\",\"orderedAt\":\"")
                .append(orderedAt)
                .append("\",\"paymentMethod\":\"")
                .append(paymentMethod)
                .append("\",\"totalMinor\":")
                .append(order.totalMinor())
                .append(",\"lines\":[");
        for (SampleLine line : order.lines()) {
            json.append("{\"sku\":\"")
                    .append(line.skuName())
                    .append("\",\"quantity\":")
                    .append(line.quantity())
                    .append(",\"unitPriceMinor\":")
                    .append(line.priceMinor())
                    .append("},");
        }
        json.setLength(json.length() - 1);
        return Request.post("/v1/orders", order.key(), json.append("]}").toString());
    }
}
