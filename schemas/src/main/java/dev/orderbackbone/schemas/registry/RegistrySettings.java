package dev.orderbackbone.schemas.registry;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Where the schema registry is and how long we try to reach it.
 *
 * @param urls base addresses of the Confluent API, at least one; the next is tried where one does not answer.
 * @param authentication the same for all of them.
 * @param connectTimeout for one connection.
 * @param requestTimeout for one answer.
 * @param attempts how often a request is tried, at each address, 1 to 100, before the registry counts as unavailable.
 * @param backoff pause after the first failed attempt; doubles up to {@link #LONGEST_PAUSE}.
 * @param startTimeout how long a cold start waits for a registry that is not there yet.
 */
public record RegistrySettings(
        List<URI> urls,
        Authentication authentication,
        Duration connectTimeout,
        Duration requestTimeout,
        int attempts,
        Duration backoff,
        Duration startTimeout) {
    /** No pause between two attempts is longer. */
    public static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private static final int MOST_ATTEMPTS = 100;

    /** Checks the ranges. */
    public RegistrySettings {
        urls = List.copyOf(urls);
        require(!urls.isEmpty(), "the schema registry has no URL");
        urls.forEach(RegistrySettings::requireHttp);
        require(attempts >= 1 && attempts <= MOST_ATTEMPTS, "attempts must be 1 to 100, but is " + attempts);
        requirePositive("connect timeout", connectTimeout);
        requirePositive("request timeout", requestTimeout);
        requirePositive("backoff", backoff);
        requirePositive("start timeout", startTimeout);
    }

    /**
     * The defaults: no authentication, 2 s to connect, 10 s to answer, 5 attempts from 200 ms on, 5 minutes for a cold start.
     *
     * @param urls separated by commas.
     */
    public static RegistrySettings of(String urls) {
        return new RegistrySettings(
                Arrays.stream(urls.split(","))
                        .map(String::strip)
                        .map(URI::create)
                        .toList(),
                new Authentication.None(),
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                5,
                Duration.ofMillis(200),
                Duration.ofMinutes(5));
    }

    /**
     * The settings of a process: SCHEMA_REGISTRY_URL (required; several separated by commas), SCHEMA_REGISTRY_USER and
     * SCHEMA_REGISTRY_PASSWORD or SCHEMA_REGISTRY_TOKEN, SCHEMA_REGISTRY_CONNECT_TIMEOUT_MS, SCHEMA_REGISTRY_REQUEST_TIMEOUT_MS,
     * SCHEMA_REGISTRY_ATTEMPTS, SCHEMA_REGISTRY_BACKOFF_MS, SCHEMA_REGISTRY_START_TIMEOUT_MS.
     *
     * @throws IllegalArgumentException if one is out of range, contradicts another, or is unknown though it starts with SCHEMA_REGISTRY_.
     */
    public static RegistrySettings fromEnvironment(Map<String, String> environment) {
        return new RegistryEnvironment(environment).settings();
    }

    private static void requireHttp(URI url) {
        String scheme = url.getScheme();
        require("http".equals(scheme) || "https".equals(scheme), "not an http(s) address: " + url);
        require(
                url.getUserInfo() == null,
                "user and password belong into settings of their own, not into " + url.getHost());
    }

    private static void requirePositive(String name, Duration value) {
        require(value.isPositive(), name + " must be positive, but is " + value);
    }

    private static void require(boolean met, String message) {
        if (!met) {
            throw new IllegalArgumentException(message);
        }
    }
}
