package dev.orderbackbone.simulators.gateway;

import dev.orderbackbone.simulators.config.Environment;
import dev.orderbackbone.simulators.faults.FaultSettings;
import dev.orderbackbone.simulators.faults.Faults;
import java.time.Duration;

/**
 * Settings of the gateway.
 *
 * @param port 0 takes a free one.
 * @param faults in force at the start.
 * @param slow how long a slow answer takes.
 * @param hang how long a connection without an answer stays open.
 * @param keyLifetime how long an idempotency key is remembered.
 */
public record GatewaySettings(
        int port, Faults<GatewayFault> faults, Duration slow, Duration hang, Duration keyLifetime) {

    private static final int DEFAULT_PORT = 8090;
    private static final long DEFAULT_LATENCY_MS = 5;
    private static final long DEFAULT_SLOW_MS = 2_000;
    private static final long DEFAULT_HANG_MS = 60_000;
    private static final long DEFAULT_KEY_LIFETIME_SECONDS = 86_400;
    private static final long MAX_KEY_LIFETIME_SECONDS = 31_536_000;

    /** On a free port, without latency or faults; what a test starts from. */
    public static GatewaySettings forTests() {
        return new GatewaySettings(0, Faults.none(), Duration.ofMillis(200), Duration.ofSeconds(5), Duration.ofDays(1));
    }

    public GatewaySettings with(Faults<GatewayFault> otherFaults) {
        return new GatewaySettings(port, otherFaults, slow, hang, keyLifetime);
    }

    /** Reads them from variables that begin with GATEWAY_. */
    public static GatewaySettings read(Environment environment, long seed) {
        return new GatewaySettings(
                (int) environment.whole(
                        "GATEWAY_PORT", DEFAULT_PORT, 0, 65_535, "payment gateway; 0 takes a free port"),
                FaultSettings.read(environment, "GATEWAY", GatewayFault.class, DEFAULT_LATENCY_MS, seed),
                Duration.ofMillis(environment.whole(
                        "GATEWAY_SLOW_MS", DEFAULT_SLOW_MS, 0, Faults.MAX_MS, "how long a slow answer takes")),
                Duration.ofMillis(environment.whole(
                        "GATEWAY_HANG_MS",
                        DEFAULT_HANG_MS,
                        0,
                        Faults.MAX_MS,
                        "how long a connection without an answer stays open")),
                Duration.ofSeconds(environment.whole(
                        "GATEWAY_KEY_LIFETIME_SECONDS",
                        DEFAULT_KEY_LIFETIME_SECONDS,
                        1,
                        MAX_KEY_LIFETIME_SECONDS,
                        "how long an idempotency key is remembered")));
    }
}
