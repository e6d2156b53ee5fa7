package dev.orderbackbone.simulators.warehouse;

import dev.orderbackbone.simulators.net.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/** The warehouse, at work in a thread of its own. It may start before the cluster does. */
public final class WarehouseSimulator implements AutoCloseable {
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(3);

    private final HttpServer http;
    private final WarehouseWork work;
    private final Thread thread;

    private WarehouseSimulator(HttpServer http, WarehouseWork work) {
        this.http = http;
        this.work = work;
        this.thread = Thread.ofPlatform().name("warehouse").daemon().start(work);
    }

    /**
     * Starts it; what it needs it waits for in the background.
     *
     * @throws IOException when its port is taken.
     */
    public static WarehouseSimulator start(WarehouseSettings settings, Clock clock) throws IOException {
        WarehouseState state = new WarehouseState(settings.shipping());
        HttpServer http = HttpServer.open("warehouse", settings.port(), new WarehouseService(state));
        return new WarehouseSimulator(http, new WarehouseWork(settings, state, clock));
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + http.port());
    }

    /** Ends with what it is at, which is committed. */
    @Override
    public void close() {
        work.stop();
        try {
            if (!thread.join(CLOSE_PATIENCE)) {
                thread.interrupt(); // it waits for something that is not there
                thread.join(CLOSE_PATIENCE);
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
        http.close();
    }
}
