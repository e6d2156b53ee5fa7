package dev.orderbackbone.benchmarks.load;

import dev.orderbackbone.benchmarks.BenchFailure;
import dev.orderbackbone.benchmarks.http.Connections;
import dev.orderbackbone.benchmarks.http.Response;
import java.io.IOException;
import java.time.Duration;

/** Makes a request until it succeeds. Thread-safe. */
public final class Attempts {
    private static final int MOST = 200;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Connections connections;

    /** Over these connections. */
    public Attempts(Connections connections) {
        this.connections = connections;
    }

    /**
     * The answer 2xx to the request, which may be made several times.
     *
     * @throws BenchFailure if none comes in {@value #MOST} attempts; its message has the last answer.
     */
    public Response succeed(byte[] request, Phase phase) throws InterruptedException {
        String last = "";
        for (int attempt = 0; attempt < MOST; attempt++) {
            try {
                Response response = connections.exchange(request);
                if (response.isSuccess()) {
                    return response;
                }
                last = response.status() + " " + response.body();
            } catch (IOException nobody) {
                last = nobody.toString();
            }
            phase.failedAttempt();
            Thread.sleep(PAUSE);
        }
        throw new BenchFailure("an order was not accepted in " + MOST + " attempts; the last answer was " + last);
    }
}
