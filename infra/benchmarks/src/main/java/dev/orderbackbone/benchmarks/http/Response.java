package dev.orderbackbone.benchmarks.http;

import java.nio.charset.StandardCharsets;

/** What a server answered. */
public record Response(int status, byte[] body) {
    private static final int OK = 200;
    private static final int REDIRECTS = 300;

    /** Whether the status is 2xx. */
    public boolean isSuccess() {
        return status >= OK && status < REDIRECTS;
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
