package dev.orderbackbone.simulators.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.simulators.testing.GatewayClient;
import dev.orderbackbone.simulators.testing.GatewayClient.Answer;
import dev.orderbackbone.simulators.testing.SimulatorProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real process dies; what it had acknowledged is there. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class GatewayDeathTest {

    private static final int CLIENTS = 16;

    @TempDir
    Path folder;

    @Test
    void nothingAcknowledgedIsLostWhenTheProcessIsKilled() throws Exception {
        Map<String, String> acknowledged = new ConcurrentHashMap<>();
        for (int life = 0; life < 3; life++) {
            try (SimulatorProcess process = SimulatorProcess.start(folder, Map.of())) {
                payUntilKilled(process, "life-" + life, acknowledged, 500);
            }
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(1_500);

        try (SimulatorProcess process = SimulatorProcess.start(folder, Map.of());
                GatewayClient client = process.gateway()) {
            assertThat(keysInLedger()).containsAll(acknowledged.keySet());
            for (Map.Entry<String, String> one : acknowledged.entrySet()) {
                assertThat(client.ask(one.getKey()).body()).isEqualTo(one.getValue());
            }
        }
    }

    /** With the file limited the ledger cannot grow any more at some time: from then on nothing may be acknowledged. */
    @Test
    void nothingIsAcknowledgedThatCouldNotBeWritten() throws Exception {
        Set<String> acknowledged = new HashSet<>();
        try (SimulatorProcess process = SimulatorProcess.startWithFileLimit(64, folder);
                GatewayClient client = process.gateway()) {
            Answer answer = client.authorize("k0", "order-0", 1, "visa");
            for (int n = 1; answer.status() == 201 && n < 2_000; n++) {
                acknowledged.add("k" + (n - 1));
                answer = client.authorize("k" + n, "order-" + n, 1, "visa");
            }
            assertThat(answer.status()).isEqualTo(500);
            assertThat(client.authorize("later", "order", 1, "visa").status()).isEqualTo(500);
            assertThat(client.ask("k0").status())
                    .as("what is in memory and file may differ")
                    .isEqualTo(500);
            process.killHard();
        }

        try (SimulatorProcess process = SimulatorProcess.start(folder, Map.of());
                GatewayClient client = process.gateway()) {
            assertThat(client.summary().whole("ledgerCutBytes")).isPositive();
            assertThat(acknowledged).hasSizeGreaterThan(100);
            assertThat(keysInLedger()).isEqualTo(acknowledged);
            assertThat(client.authorize("later", "order", 1, "visa").status()).isEqualTo(201);
        }
    }

    private static void payUntilKilled(
            SimulatorProcess process, String life, Map<String, String> acknowledged, int enough) throws Exception {
        CountDownLatch left = new CountDownLatch(enough);
        AtomicInteger next = new AtomicInteger();
        try (GatewayClient client = process.gateway();
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < CLIENTS; n++) {
                clients.execute(() -> pay(client, life, next, acknowledged, left));
            }
            left.await();
            process.killHard();
        }
    }

    private static void pay(
            GatewayClient client,
            String life,
            AtomicInteger next,
            Map<String, String> acknowledged,
            CountDownLatch left) {
        try {
            while (true) {
                String key = life + "-" + next.incrementAndGet();
                Answer answer = client.authorize(key, "order-" + key, 1, "visa");
                acknowledged.put(key, answer.body());
                left.countDown();
            }
        } catch (IOException e) {
            // killed, as wanted
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Set<String> keysInLedger() throws IOException {
        try (Stream<GatewayEntry> entries = GatewayLedger.read(folder.resolve(GatewayLedger.FILE_NAME))) {
            return entries.map(GatewayEntry::idempotencyKey).collect(Collectors.toSet());
        }
    }
}
