package dev.orderbackbone.simulators.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prints how many payments a second the gateway takes, cold and with its client in the same process; asserts none. */
class GatewayThroughputTest {

    private static final int CONNECTIONS = 32;
    private static final int REQUESTS_PER_CONNECTION = 500;

    @TempDir
    Path folder;

    @Test
    void printsItsThroughput() throws Exception {
        LongAdder answered = new LongAdder();
        long start = System.nanoTime();
        try (GatewaySimulator gateway =
                GatewaySimulator.start(GatewaySettings.forTests(), folder, false, Clock.systemUTC())) {
            try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int connection = 0; connection < CONNECTIONS; connection++) {
                    String prefix = "key-" + connection + "-";
                    clients.execute(() -> pay(gateway.address().getPort(), prefix, answered));
                }
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf("payment gateway: %.0f requests/s, cold%n", answered.sum() / seconds);

            assertThat(answered.sum()).isEqualTo(CONNECTIONS * REQUESTS_PER_CONNECTION);
            try (Stream<GatewayEntry> entries = GatewayLedger.read(gateway.ledger())) {
                assertThat(entries.count()).isEqualTo(CONNECTIONS * REQUESTS_PER_CONNECTION);
            }
        }
    }

    private static void pay(int port, String prefix, LongAdder answered) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            InputStream input = socket.getInputStream();
            byte[] answer = new byte[4_096];
            String body = "{\"reference\":\"order\",\"amountMinor\":1,\"currency\":\"GBP\",\"paymentMethod\":\"visa\"}";
            for (int n = 0; n < REQUESTS_PER_CONNECTION; n++) {
                String request = "POST /v1/authorizations HTTP/1.1\r\nIdempotency-Key: " + prefix + n
                        + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
                socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
                // an answer is written at once and fits: it arrives whole
                int length = input.read(answer);
                assertThat(new String(answer, 0, length, StandardCharsets.UTF_8))
                        .startsWith("HTTP/1.1 201")
                        .endsWith("}");
                answered.increment();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
