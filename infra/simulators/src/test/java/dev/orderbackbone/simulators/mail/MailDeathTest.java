package dev.orderbackbone.simulators.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.simulators.testing.SimulatorProcess;
import dev.orderbackbone.simulators.testing.SmtpClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real process dies; what it had acknowledged is there. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class MailDeathTest {

    private static final int CLIENTS = 8;

    @TempDir
    Path folder;

    @Test
    void nothingAcknowledgedIsLostWhenTheProcessIsKilled() throws Exception {
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        CountDownLatch enough = new CountDownLatch(400);
        try (SimulatorProcess process = SimulatorProcess.start(folder, Map.of("SIMULATORS_RUN", "MAIL"));
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < CLIENTS; n++) {
                String prefix = "<" + n + "-";
                clients.execute(() -> send(process.smtpPort(), prefix, acknowledged, enough));
            }
            enough.await();
            process.killHard();
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(400);

        try (SimulatorProcess process = SimulatorProcess.start(folder, Map.of());
                Stream<MailEntry> entries = MailLedger.read(folder.resolve(MailLedger.FILE_NAME))) {
            assertThat(process.readyLine()).contains("mail smtp://");
            assertThat(entries.map(MailEntry::messageId).collect(Collectors.toSet()))
                    .containsAll(acknowledged);
        }
    }

    private static void send(int port, String prefix, Set<String> acknowledged, CountDownLatch enough) {
        try (SmtpClient client = SmtpClient.greeted(port)) {
            for (int n = 0; true; n++) {
                String messageId = prefix + n + "@shop>";
                if (client.mail("a@x", "Message-ID: " + messageId + "\r\n\r\nbody")
                        .startsWith("250 ")) {
                    acknowledged.add(messageId);
                    enough.countDown();
                }
            }
        } catch (IOException e) {
            // killed, as wanted
        }
    }
}
