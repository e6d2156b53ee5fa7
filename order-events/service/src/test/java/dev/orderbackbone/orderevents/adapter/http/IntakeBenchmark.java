package dev.orderbackbone.orderevents.adapter.http;

import static dev.orderbackbone.orderevents.adapter.http.Json.line;
import static dev.orderbackbone.orderevents.adapter.http.Json.order;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What the HTTP side of a submission costs: an order of three lines, a log that acknowledges at once, no database. Run by hand with {@code
 * -Dbenchmark=true}. Printed, not asserted. Client and server share the process; the clients' threads are measured on their own.
 */
@EnabledIfSystemProperty(named = "benchmark", matches = "true")
class IntakeBenchmark {
    private static final int CONNECTIONS = Integer.getInteger("benchmark.connections", 8);
    private static final int REQUESTS = Integer.getInteger("benchmark.requests", 20_000);
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 6);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @RegisterExtension
    static final IntakeServer SERVER = IntakeServer.standard();

    private final AtomicInteger orders = new AtomicInteger();

    @Test
    void takesOrdersIn() throws Exception {
        SERVER.intake().forgetAtOnce();
        try (ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS)) {
            for (int round = 1; round <= ROUNDS; round++) {
                measure(round, clients);
            }
        }
    }

    private void measure(int round, ExecutorService clients) throws Exception {
        CyclicBarrier start = new CyclicBarrier(CONNECTIONS + 1);
        List<Future<Long>> running = new ArrayList<>();
        for (int client = 0; client < CONNECTIONS; client++) {
            running.add(clients.submit(() -> client(start)));
        }
        start.await();
        long began = System.nanoTime();
        long cpuBefore = cpuNanos();
        long clientNanos = 0;
        for (Future<Long> client : running) {
            clientNanos += client.get();
        }
        long bothNanos = cpuNanos() - cpuBefore;
        long tookNanos = System.nanoTime() - began;
        int requests = REQUESTS / CONNECTIONS * CONNECTIONS;
        System.out.printf(
                "round %d: %,d orders/s; CPU per order: %.1f us server, %.1f us client%n",
                round,
                requests * 1_000_000_000L / tookNanos,
                (bothNanos - clientNanos) / 1_000.0 / requests,
                clientNanos / 1_000.0 / requests);
    }

    /** CPU nanoseconds of the client's own thread. */
    private long client(CyclicBarrier start) throws Exception {
        String body = body();
        byte[] afterKey = ("\r\nContent-Length: " + body.length() + "\r\n\r\n" + body).getBytes(ISO_8859_1);
        try (LoopConnection connection = new LoopConnection(SERVER.port())) {
            start.await();
            long before = THREADS.getCurrentThreadCpuTime();
            for (int request = 0; request < REQUESTS / CONNECTIONS; request++) {
                connection.send(
                        "POST /v1/orders HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nIdempotency-Key: "
                                + orders.incrementAndGet(),
                        afterKey);
                if (connection.status() != 202) {
                    throw new IllegalStateException("answered " + connection.status());
                }
            }
            return THREADS.getCurrentThreadCpuTime() - before;
        }
    }

    private static String body() {
        Json described = line().with("description", "\"WHITE HANGING HEART T-LIGHT HOLDER\"");
        return order().with("customerId", "\"17850\"")
                .with("contact", "{\"name\":\"A. Customer\",\"email\":\"17850@example.org\"}")
                .with("country", "\"GB\"")
                .with("lines", "[" + described + "," + described + "," + described + "]")
                .with("totalMinor", "4590")
                .toString();
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
