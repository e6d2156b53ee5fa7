package dev.orderbackbone.payment.adapter;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where the payment gateway is.
 *
 * @param url its address ({@code GATEWAY_URL}).
 * @param token for bearer authentication ({@code GATEWAY_TOKEN}); null for none.
 * @param connectTimeout for one connection ({@code GATEWAY_CONNECT_TIMEOUT}).
 * @param requestTimeout for one reply; after it nobody knows what came of the request ({@code GATEWAY_REQUEST_TIMEOUT}).
 * @param downPatience how long a call waits for a gateway that cannot be reached, before it is put off to its deadline: long enough for a
 *     restart, and short enough that waiting calls do not fill the worker ({@code GATEWAY_DOWN_PATIENCE}).
 * @param failuresToOpen failures in a row after which calls are kept back, 1 or more ({@code GATEWAY_FAILURES_TO_OPEN}).
 */
@ConfigurationProperties("gateway")
public record GatewaySettings(
        @Bindable(defaultValue = "http://127.0.0.1:8090") URI url,
        @Nullable String token,
        @Bindable(defaultValue = "2s") Duration connectTimeout,
        @Bindable(defaultValue = "10s") Duration requestTimeout,
        @Bindable(defaultValue = "5s") Duration downPatience,
        @Bindable(defaultValue = "20") int failuresToOpen) {

    /** Checks the ranges. */
    public GatewaySettings {
        require(connectTimeout.isPositive(), "gateway.connect-timeout must be positive, but is " + connectTimeout);
        require(requestTimeout.isPositive(), "gateway.request-timeout must be positive, but is " + requestTimeout);
        require(!downPatience.isNegative(), "gateway.down-patience must not be negative, but is " + downPatience);
        require(failuresToOpen >= 1, "gateway.failures-to-open must be 1 or more, but is " + failuresToOpen);
        require(
                "http".equals(url.getScheme()) || "https".equals(url.getScheme()),
                "gateway.url must be an http(s) address, but is " + url);
    }

    private static void require(boolean condition, String rule) {
        if (!condition) {
            throw new IllegalArgumentException(rule);
        }
    }
}
