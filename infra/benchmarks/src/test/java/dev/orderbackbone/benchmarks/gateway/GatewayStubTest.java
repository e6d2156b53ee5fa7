package dev.orderbackbone.benchmarks.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.benchmarks.http.Connections;
import dev.orderbackbone.benchmarks.http.Request;
import dev.orderbackbone.benchmarks.http.Response;
import dev.orderbackbone.benchmarks.workload.Declines;
import dev.orderbackbone.benchmarks.workload.MixedOrders;
import dev.orderbackbone.simulators.net.HttpServer;
import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatewayStubTest {
    private final HttpServer server = HttpServer.open("gateway stub", 0, new GatewayStub());
    private final Connections connections = new Connections(server.port());

    GatewayStubTest() throws IOException {}

    @AfterEach
    void stop() {
        connections.close();
        server.close();
    }

    @Test
    void authorisesAnOrderUnderItsKey() throws IOException {
        int approved = IntStream.range(0, 100)
                .filter(number -> !Declines.isDeclined(number))
                .findFirst()
                .orElseThrow();

        Response response = authorize(approved);

        assertThat(response.status()).isEqualTo(201);
        assertThat(response.body())
                .contains("\"status\":\"APPROVED\"", "\"id\":\"auth-" + approved + "\"", "\"idempotencyKey\":\"key\"");
    }

    @Test
    void declinesAsTheOrdersNumberHasIt() throws IOException {
        int declined = IntStream.range(0, 1_000)
                .filter(Declines::isDeclined)
                .findFirst()
                .orElseThrow();

        assertThat(authorize(declined).body()).contains("\"status\":\"DECLINED\"");
        assertThat(authorize(declined)).isEqualTo(authorize(declined));
    }

    private Response authorize(int number) throws IOException {
        String order = new MixedOrders().order(number).key();
        return connections.exchange(Request.post(
                "/v1/authorizations",
                "key",
                "{\"reference\":\"r\",\"currency\":\"EUR\",\"amountMinor\":1,\"paymentMethod\":\"" + order + "\"}"));
    }
}
