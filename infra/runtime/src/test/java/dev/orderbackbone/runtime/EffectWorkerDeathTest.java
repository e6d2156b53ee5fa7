package dev.orderbackbone.runtime;

import static dev.orderbackbone.runtime.CallLog.calls;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code kill -9} does to a worker's requests. */
class EffectWorkerDeathTest {
    @TempDir
    Path folder;

    @Test
    void ofAWorkerThatWasKilledOnlyWhatWasNotDoneIsDeliveredAgainAndMarkedSo() throws Exception {
        try (CallLog log = CallLog.start(folder);
                GroupOffsets offsets = new GroupOffsets(log.kafka())) {
            log.ask(calls("killed-quick", 200));
            log.ask(calls("killed", 1));
            log.ask(calls("killed-quick-too", 200));
            killWhenAllElseIsDone(log, offsets);
            Instant killedAt = Instant.now();

            Remembering effect = new Remembering("");
            try (EffectWorker worker = log.worker(effect, EffectSettings.usual(), EffectListener.NONE);
                    LogReader answers = log.answers("killed")) {
                answers.await(401);
                System.out.println("a request was delivered again "
                        + Duration.between(killedAt, Instant.now()).toMillis() + " ms after its worker was killed");

                log.ask(calls("after", 40));
                try (LogReader later = log.answers("after")) {
                    later.await(40);
                    System.out.println("all partitions were served "
                            + Duration.between(killedAt, Instant.now()).toMillis() + " ms after the kill");
                }
                assertThat(effect.deliveries())
                        .hasSize(41)
                        .containsEntry("killed-0", List.of(Delivery.REPEATED))
                        .allSatisfy((order, deliveries) ->
                                assertThat(deliveries).as(order).hasSize(1));
                assertThat(worker.isRunning()).isTrue();
            }
        }
    }

    private static void killWhenAllElseIsDone(CallLog log, GroupOffsets offsets)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        DyingWorker.class.getName(),
                        log.kafka().bootstrapServers())
                .redirectError(new File("/dev/null"))
                .start();
        try (BufferedReader output = process.inputReader(UTF_8)) {
            String line = output.readLine();
            while (line != null && !line.startsWith("begun")) {
                line = output.readLine();
            }
            assertThat(line).isEqualTo("begun killed-0");
            offsets.awaitAllDoneBut(1);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
