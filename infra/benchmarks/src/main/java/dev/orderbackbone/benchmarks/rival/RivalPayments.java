package dev.orderbackbone.benchmarks.rival;

import dev.orderbackbone.benchmarks.http.Connections;
import dev.orderbackbone.benchmarks.http.Request;
import dev.orderbackbone.benchmarks.http.Response;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The payment gateway, in the protocol that our payment processor speaks too. */
final class RivalPayments {
    private static final String ID = "\"id\":\"";
    private static final String APPROVED = "\"status\":\"APPROVED\"";

    private final Connections gateway;

    RivalPayments(int port) {
        gateway = new Connections(port);
    }

    /**
     * The authorisation's id; null if it was declined.
     *
     * @throws IOException if nobody knows.
     */
    @Nullable
    String authorize(RivalOrder order) throws IOException {
        Response response = gateway.exchange(Request.post(
                "/v1/authorizations",
                order.orderId(),
                "{\"reference\":\"" + order.orderId() + "\",\"currency\":\"" + order.currency() + "\",\"amountMinor\":"
                        + order.totalMinor() + ",\"paymentMethod\":\"" + order.orderId() + "\"}"));
        String answer = response.body();
        if (!response.isSuccess()) {
            throw new IOException("the gateway answered " + response.status() + " " + answer);
        }
        int from = answer.indexOf(ID) + ID.length();
        return answer.contains(APPROVED) ? answer.substring(from, answer.indexOf('"', from)) : null;
    }
}
