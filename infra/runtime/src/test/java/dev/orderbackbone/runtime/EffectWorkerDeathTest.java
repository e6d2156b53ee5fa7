package dev.orderbackbone.runtime;

import static dev.orderbackbone.runtime.CallLog.approved;
import static dev.orderbackbone.runtime.CallLog.calls;
import static dev.orderbackbone.runtime.CallLog.orderOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.payment.GatewayCall;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code kill -9} does to a worker's requests. */
class EffectWorkerDeathTest {
    @TempDir
    Path folder;

    @Test
    void aRequestOfAWorkerThatWasKilledIsDeliveredAgainAndMarkedSo() throws Exception {
        try (CallLog log = CallLog.start(folder)) {
            log.ask(calls("killed", 1));
            killWhenBegun(log.kafka());
            Instant killedAt = Instant.now();

            Remembering effect = new Remembering();
            try (EffectWorker worker = log.worker(effect, EffectSettings.usual(), EffectListener.NONE);
                    LogReader answers = log.answers("killed")) {
                answers.await(1);
                System.out.println("a request was delivered again "
                        + Duration.between(killedAt, Instant.now()).toMillis() + " ms after its worker was killed");
                assertThat(effect.deliveries).containsExactly(Map.entry("killed-0", 2));
                assertThat(worker.isRunning()).isTrue();

                log.ask(calls("after", 40));
                try (LogReader later = log.answers("after")) {
                    later.await(40);
                    System.out.println("all partitions were served "
                            + Duration.between(killedAt, Instant.now()).toMillis() + " ms after the kill");
                }
            }
        }
    }

    private static void killWhenBegun(KafkaSettings kafka) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        DyingWorker.class.getName(),
                        kafka.bootstrapServers())
                .redirectError(new File("/dev/null"))
                .start();
        try (BufferedReader output = process.inputReader(UTF_8)) {
            String line = output.readLine();
            while (line != null && !line.startsWith("begun")) {
                line = output.readLine();
            }
            assertThat(line).isEqualTo("begun killed-0");
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** Approves everything and remembers which delivery it was. */
    private static final class Remembering implements Effect<GatewayCall> {
        private final Map<String, Integer> deliveries = new ConcurrentHashMap<>();

        @Override
        public Instant deadlineOf(GatewayCall request) {
            return request.answerBy();
        }

        @Override
        public Message perform(GatewayCall request, Delivery delivery) {
            deliveries.put(orderOf(request), delivery.count());
            return approved(request);
        }
    }
}
