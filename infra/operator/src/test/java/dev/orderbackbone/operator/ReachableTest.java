package dev.orderbackbone.operator;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReachableTest {
    @Test
    void saysAtOnceThatNobodyListens() throws IOException {
        String address = addressOfNobody();

        assertThatExceptionOfType(CommandFailure.class)
                .isThrownBy(() -> Reachable.requireKafka(Map.of("bootstrap.servers", address)))
                .withMessageContaining("nobody listens at " + address)
                .withMessageContaining("./backbone up");
    }

    @Test
    void isContentWithOneOfSeveralServers() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String servers = addressOfNobody() + ", 127.0.0.1:" + server.getLocalPort();

            assertThatNoException().isThrownBy(() -> Reachable.requireKafka(Map.of("bootstrap.servers", servers)));
        }
    }

    private static String addressOfNobody() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "127.0.0.1:" + server.getLocalPort();
        }
    }
}
