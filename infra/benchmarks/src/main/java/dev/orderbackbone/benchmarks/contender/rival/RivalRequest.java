package dev.orderbackbone.benchmarks.contender.rival;

import dev.orderbackbone.benchmarks.http.Request;
import dev.orderbackbone.benchmarks.workload.SampleLine;
import dev.orderbackbone.benchmarks.workload.SampleOrder;
import java.time.Instant;

/** An order as the rival takes it; about as long as one for us. Nothing in it needs to be escaped. */
final class RivalRequest {
    private RivalRequest() {}

    static byte[] of(SampleOrder order, Instant orderedAt) {
        StringBuilder json = new StringBuilder(512)
                .append("{\"orderId\":\"")
                .append(order.key())
                .append("\",\"customerId\":\"")
                .append(order.customerId())
                .append("\",\"currency\":\"" + SampleOrder.CURRENCY + "\",\"totalMinor\":")
                .append(order.totalMinor())
                .append(",\"orderedAt\":\"")
                .append(orderedAt)
                .append("\",\"shipTo\":\"")
                .append(order.shipTo())
                .append("\",\"lines\":[");
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
        return Request.post("/orders", order.key(), json.append("]}").toString());
    }
}
