package dev.orderbackbone.benchmarks.http;

/** What a server answered. */
public record Response(int status, String body) {
    private static final int OK = 200;
    private static final int REDIRECTS = 300;

    /** Whether the status is 2xx. */
    public boolean isSuccess() {
        return status >= OK && status < REDIRECTS;
    }
}
