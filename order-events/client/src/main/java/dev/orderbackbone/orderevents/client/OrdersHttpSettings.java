package dev.orderbackbone.orderevents.client;

import java.net.URI;
import java.time.Duration;

/**
 * Where the backbone is and how long the client tries to reach it.
 *
 * @param address base address, such as http://127.0.0.1:8080.
 * @param connectTimeout for one connection.
 * @param requestTimeout for one answer.
 * @param attempts how often a request is tried, 1 to 100.
 * @param backoff pause after the first failed attempt; doubles up to {@code longestPause}. The server's own Retry-After counts where it is longer.
 * @param longestPause no pause between two attempts is longer.
 */
public record OrdersHttpSettings(
        URI address,
        Duration connectTimeout,
        Duration requestTimeout,
        int attempts,
        Duration backoff,
        Duration longestPause) {
    private static final int MOST_ATTEMPTS = 100;

    /** Checks the ranges. */
    public OrdersHttpSettings {
        require("http".equals(address.getScheme()) || "https".equals(address.getScheme()), "address must be http(s)");
        require(attempts >= 1 && attempts <= MOST_ATTEMPTS, "attempts must be 1 to " + MOST_ATTEMPTS);
        require(connectTimeout.isPositive(), "connectTimeout must be positive");
        require(requestTimeout.isPositive(), "requestTimeout must be positive");
        require(backoff.isPositive(), "backoff must be positive");
        require(longestPause.compareTo(backoff) >= 0, "longestPause must not be shorter than backoff");
    }

    /** The defaults: 2 s to connect, 10 s to answer, 8 attempts with pauses from 100 ms to 5 s. */
    public static OrdersHttpSettings of(URI address) {
        return new OrdersHttpSettings(
                address,
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                8,
                Duration.ofMillis(100),
                Duration.ofSeconds(5));
    }

    /** The same with other pauses. */
    public OrdersHttpSettings withPauses(Duration first, Duration longest) {
        return new OrdersHttpSettings(address, connectTimeout, requestTimeout, attempts, first, longest);
    }

    /** The same with another number of attempts. */
    public OrdersHttpSettings withAttempts(int number) {
        return new OrdersHttpSettings(address, connectTimeout, requestTimeout, number, backoff, longestPause);
    }

    private static void require(boolean met, String rule) {
        if (!met) {
            throw new IllegalArgumentException(rule);
        }
    }
}
