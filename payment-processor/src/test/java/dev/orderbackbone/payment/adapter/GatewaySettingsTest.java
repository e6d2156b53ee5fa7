package dev.orderbackbone.payment.adapter;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GatewaySettingsTest {
    private static final URI ADDRESS = URI.create("http://127.0.0.1:8090");
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void impossibleOnesAreRefusedByName() {
        assertRefused("gateway.url", URI.create("ftp://x"), SECOND, SECOND, SECOND, 1);
        assertRefused("gateway.url", URI.create("127.0.0.1"), SECOND, SECOND, SECOND, 1);
        assertRefused("gateway.connect-timeout", ADDRESS, Duration.ZERO, SECOND, SECOND, 1);
        assertRefused("gateway.request-timeout", ADDRESS, SECOND, Duration.ZERO, SECOND, 1);
        assertRefused("gateway.down-patience", ADDRESS, SECOND, SECOND, SECOND.negated(), 1);
        assertRefused("gateway.failures-to-open", ADDRESS, SECOND, SECOND, SECOND, 0);
    }

    private static void assertRefused(
            String name, URI url, Duration connect, Duration request, Duration down, int failures) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GatewaySettings(url, null, connect, request, down, failures))
                .withMessageContaining(name);
    }
}
