package dev.orderbackbone.simulators.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.orderbackbone.simulators.faults.Faults;
import dev.orderbackbone.simulators.testing.GatewayClient;
import dev.orderbackbone.simulators.testing.SmtpClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailSinkTest {

    private static final String MESSAGE = message("<1@shop>");

    @TempDir
    Path folder;

    private MailSink sink;
    private GatewayClient control;

    @BeforeEach
    void start() throws IOException {
        MailSettings settings = new MailSettings(0, 0, 2_048, Faults.none());
        sink = MailSink.start(settings, folder, false, Clock.systemUTC());
        // the same four addresses over HTTP as the gateway's
        control = new GatewayClient(sink.address());
    }

    @AfterEach
    void stop() throws IOException {
        control.close();
        sink.close();
    }

    @Test
    void hasAMessageInItsLedgerBeforeItSaysSo() throws Exception {
        try (SmtpClient client = new SmtpClient(sink.smtpPort())) {
            assertThat(client.reply()).startsWith("220 ");
            client.send("EHLO shop.example\r\n");
            assertThat(client.line()).isEqualTo("250-127.0.0.1");
            assertThat(client.line()).isEqualTo("250-PIPELINING");
            assertThat(client.line()).isEqualTo("250-SIZE 2048");
            assertThat(client.line()).isEqualTo("250-8BITMIME");
            assertThat(client.line()).startsWith("250 ");
            assertThat(client.command("MAIL FROM:<shop@example.com> BODY=8BITMIME SIZE=100"))
                    .startsWith("250 ");
            assertThat(client.command("RCPT TO:<a@example.com>")).startsWith("250 ");
            assertThat(client.command("rcpt to: <b@example.com>")).startsWith("250 ");
            assertThat(client.command("DATA")).startsWith("354 ");
            assertThat(client.command("""
                    Message-ID: <1@shop>\r
                    Subject: Caf\u00e9\r
                    X-Order-Id: 7\r
                    \r
                    ..one dot\r
                    gr\u00fc\u00dfe\r
                    .""")).startsWith("250 ");

            MailEntry entry = ledger().getFirst();
            assertThat(entry.sequence()).isEqualTo(1);
            assertThat(entry.messageId()).isEqualTo("<1@shop>");
            assertThat(entry.from()).isEqualTo("shop@example.com");
            assertThat(entry.to()).containsExactly("a@example.com", "b@example.com");
            assertThat(entry.subject()).isEqualTo("Caf\u00e9");
            assertThat(entry.extraHeaders()).isEqualTo(Map.of("X-Order-Id", "7"));
            assertThat(entry.body()).isEqualTo(".one dot\r\ngr\u00fc\u00dfe\r\n");
            assertThat(entry.sizeBytes()).isEqualTo(74);
            assertThat(client.command("QUIT")).startsWith("221 ");
            assertThatThrownBy(client::line).isInstanceOf(IOException.class);
        }
    }

    @Test
    void takesSeveralMessagesOnOneConnection() throws Exception {
        try (SmtpClient client = SmtpClient.greeted(sink.smtpPort())) {
            for (int n = 1; n <= 3; n++) {
                assertThat(client.mail("a" + n + "@example.com", message("<" + n + "@shop>")))
                        .startsWith("250 ");
            }
        }

        assertThat(ledger()).extracting(MailEntry::messageId).containsExactly("<1@shop>", "<2@shop>", "<3@shop>");
        assertThat(ledger())
                .extracting(entry -> entry.to().getFirst())
                .containsExactly("a1@example.com", "a2@example.com", "a3@example.com");
    }

    @Test
    void answersPipelinedCommandsInOrder() throws Exception {
        try (SmtpClient client = new SmtpClient(sink.smtpPort())) {
            client.reply();
            client.send("EHLO shop\r\nMAIL FROM:<s@x>\r\nRCPT TO:<bounce@x>\r\nRCPT TO:<a@x>\r\nDATA\r\n");
            assertThat(client.reply()).startsWith("250 ");
            assertThat(client.reply()).startsWith("250 ");
            assertThat(client.reply()).startsWith("550 ");
            assertThat(client.reply()).startsWith("250 ");
            assertThat(client.reply()).startsWith("354 ");
            client.send(MESSAGE + "\r\n.\r\nMAIL FROM:<s@x>\r\nRCPT TO:<b@x>\r\nDATA\r\n");
            assertThat(client.reply()).startsWith("250 2.0.0 accepted");
            assertThat(client.reply()).startsWith("250 ");
            assertThat(client.reply()).startsWith("250 ");
            assertThat(client.reply()).startsWith("354 ");
            client.send(MESSAGE + "\r\n.\r\nQUIT\r\n");
            assertThat(client.reply()).startsWith("250 2.0.0 accepted");
            assertThat(client.reply()).startsWith("221 ");
        }

        assertThat(ledger()).extracting(MailEntry::to).containsExactly(List.of("a@x"), List.of("b@x"));
    }

    @ParameterizedTest
    @CsvSource({
        "bounce@example.com,     550",
        "bounce+7@example.com,   550",
        "BOUNCE@example.com,     550",
        "defer@example.com,      451",
        "bouncer@example.com,    250"
    })
    void refusesTheRecipientsThatAreMadeForIt(String recipient, String code) throws Exception {
        try (SmtpClient client = SmtpClient.greeted(sink.smtpPort())) {
            client.command("MAIL FROM:<s@x>");

            assertThat(client.command("RCPT TO:<" + recipient + ">")).startsWith(code);
        }
    }

    @Test
    void refusesDataWithoutAnyAcceptedRecipientAndGoesOnAfterReset() throws Exception {
        try (SmtpClient client = SmtpClient.greeted(sink.smtpPort())) {
            client.command("MAIL FROM:<s@x>");
            client.command("RCPT TO:<bounce@x>");

            assertThat(client.command("DATA")).startsWith("554 ");
            assertThat(client.command("RSET")).startsWith("250 ");
            assertThat(client.mail("a@x", MESSAGE)).startsWith("250 ");
        }
        assertThat(ledger()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "NOOP,                              250",
        "VRFY a@x,                          252",
        "MAIL FROM:<a@x>,                   250",
        "MAIL FROM:<>,                      250",
        "MAIL FROM: <a@x> SIZE=2048,        250",
        "MAIL FROM:<a@x> SIZE=2049,         552",
        "MAIL FROM:<a@x> SMTPUTF8,          555",
        "MAIL FROM:a@x,                     501",
        "MAIL,                              501",
        "EHLO,                              501",
        "RCPT TO:<a@x>,                     503",
        "DATA,                              503",
        "STARTTLS,                          500",
        "'',                                500"
    })
    void repliesToASingleCommand(String command, String code) throws Exception {
        try (SmtpClient client = SmtpClient.greeted(sink.smtpPort())) {
            assertThat(client.command(command)).startsWith(code);
        }
    }

    @Test
    void asksForAGreetingFirst() throws Exception {
        try (SmtpClient client = new SmtpClient(sink.smtpPort())) {
            client.reply();

            assertThat(client.command("MAIL FROM:<a@x>")).startsWith("503 ");
        }
    }

    @Test
    void refusesASecondSenderAndTooManyRecipients() throws Exception {
        try (SmtpClient client = SmtpClient.greeted(sink.smtpPort())) {
            client.command("MAIL FROM:<a@x>");
            assertThat(client.command("MAIL FROM:<b@x>")).startsWith("503 ");
            for (int n = 0; n < 100; n++) {
                assertThat(client.command("RCPT TO:<r" + n + "@x>")).startsWith("250 ");
            }
            assertThat(client.command("RCPT TO:<r100@x>")).startsWith("452 ");
        }
    }

    @Test
    void refusesAMessageThatIsTooLargeAndGoesOn() throws Exception {
        try (SmtpClient client = SmtpClient.greeted(sink.smtpPort())) {
            assertThat(client.mail("a@x", MESSAGE + "x".repeat(2_048))).startsWith("552 ");
            assertThat(client.mail("a@x", MESSAGE)).startsWith("250 ");
        }
        assertThat(ledger()).hasSize(1);
    }

    @Test
    void endsAConnectionWithAnEndlessCommand() throws Exception {
        try (SmtpClient client = SmtpClient.greeted(sink.smtpPort())) {
            assertThat(client.command("NOOP " + "x".repeat(5_000))).startsWith("500 ");
            assertThatThrownBy(client::line).isInstanceOf(IOException.class);
        }
    }

    @Test
    void storesNothingOfAMessageThatWasNotFinished() throws Exception {
        try (SmtpClient client = SmtpClient.greeted(sink.smtpPort())) {
            client.command("MAIL FROM:<s@x>");
            client.command("RCPT TO:<a@x>");
            client.command("DATA");
            client.send(MESSAGE + "\r\n");
        }
        try (SmtpClient client = SmtpClient.greeted(sink.smtpPort())) {
            client.mail("a@x", message("<2@shop>"));
        }

        assertThat(ledger()).extracting(MailEntry::messageId).containsExactly("<2@shop>");
    }

    @Test
    void takesMessagesOnManyConnectionsAtOnce() throws Exception {
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> sent = IntStream.range(0, 100)
                    .<Future<?>>mapToObj(n -> clients.submit(() -> sendTwo("<" + n + "@shop>")))
                    .toList();
            for (Future<?> one : sent) {
                one.get();
            }
        }

        assertThat(ledger()).hasSize(200);
        assertThat(ledger().stream().map(MailEntry::messageId).distinct()).hasSize(100);
        assertThat(ledger())
                .extracting(MailEntry::sequence)
                .isEqualTo(IntStream.rangeClosed(1, 200).mapToObj(n -> (long) n).toList());
        assertThat(control.summary().whole("messages")).isEqualTo(200);
        assertThat(control.summary().whole("connections")).isEqualTo(100);
    }

    private Object sendTwo(String messageId) throws IOException {
        try (SmtpClient client = SmtpClient.greeted(sink.smtpPort())) {
            client.mail("a@x", message(messageId));
            return client.mail("a@x", message(messageId));
        }
    }

    @Test
    void refusesForNowAndTakesTheRetry() throws Exception {
        control.putFaults("{\"rejectTemporaryPercent\":50,\"seed\":3}");
        int refusals = 0;
        try (SmtpClient client = SmtpClient.greeted(sink.smtpPort())) {
            for (int n = 0; n < 20; n++) {
                String reply = client.mail("a@x", message("<" + n + "@shop>"));
                while (reply.startsWith("451 ")) {
                    refusals++;
                    reply = client.mail("a@x", message("<" + n + "@shop>"));
                }
                assertThat(reply).startsWith("250 ");
            }
        }

        assertThat(refusals).isPositive();
        assertThat(ledger()).hasSize(20);
        assertThat(control.summary().whole("fault_reject_temporary")).isEqualTo(refusals);
    }

    @Test
    void refusesForGoodAtEveryAttempt() throws Exception {
        control.putFaults("{\"rejectPermanentPercent\":50,\"seed\":3}");
        try (SmtpClient client = SmtpClient.greeted(sink.smtpPort())) {
            for (int n = 0; n < 20; n++) {
                String first = client.mail("a@x", message("<" + n + "@shop>"));
                assertThat(client.mail("a@x", message("<" + n + "@shop>"))).isEqualTo(first);
            }
        }

        assertThat(ledger().size()).isBetween(2, 38);
    }

    @Test
    void canDropTheConnectionBeforeOrAfterAccepting() throws Exception {
        control.putFaults("{\"dropBeforeAcceptPercent\":100}");
        assertThatThrownBy(() -> send(MESSAGE)).isInstanceOf(IOException.class);
        assertThat(ledger()).isEmpty();

        control.putFaults("{\"dropAfterAcceptPercent\":100}");
        assertThatThrownBy(() -> send(MESSAGE)).isInstanceOf(IOException.class);
        assertThat(ledger()).hasSize(1);
    }

    @Test
    void saysInAnOutageThatItIsNotAvailable() throws Exception {
        try (SmtpClient open = SmtpClient.greeted(sink.smtpPort())) {
            control.putFaults("{\"outage\":\"UNAVAILABLE\"}");

            assertThat(open.command("MAIL FROM:<a@x>")).startsWith("421 ");
        }
        try (SmtpClient client = new SmtpClient(sink.smtpPort())) {
            assertThat(client.reply()).startsWith("421 ");
            assertThatThrownBy(client::line).isInstanceOf(IOException.class);
        }
        control.putFaults("{}");
        assertThat(send(MESSAGE)).startsWith("250 ");
    }

    @Test
    void refusesConnectionsInAnOutageAndComesBack() throws Exception {
        SmtpClient open = SmtpClient.greeted(sink.smtpPort());
        control.putFaults("{\"outage\":\"CLOSED\",\"outageMs\":3000}");

        await().pollInterval(Duration.ofMillis(5)).until(() -> isClosed(open));
        assertThatThrownBy(() -> new SmtpClient(sink.smtpPort())).isInstanceOf(IOException.class);
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> send(MESSAGE).startsWith("250 "));
    }

    @Test
    void keepsItsLatency() throws Exception {
        control.putFaults("{\"latencyMs\":120}");
        long before = System.nanoTime();

        send(MESSAGE);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(120));
    }

    @Test
    void goesOnWhereItStoppedAndCutsATornLine() throws Exception {
        send(MESSAGE);
        stop();
        Files.writeString(folder.resolve(MailLedger.FILE_NAME), "{\"entry\":\"mess", StandardOpenOption.APPEND);
        start();

        send(message("<2@shop>"));

        assertThat(ledger()).extracting(MailEntry::sequence).containsExactly(1L, 2L);
        assertThat(control.summary().whole("ledgerCutBytes")).isEqualTo(14);
        assertThat(control.summary().whole("messages")).isEqualTo(2);
    }

    @Test
    void servesItsLedger() throws Exception {
        send(MESSAGE);
        send(message("<2@shop>"));

        try (Stream<MailEntry> served = MailLedger.read(sink.address().resolve("/v1/messages"))) {
            assertThat(served.toList()).isEqualTo(ledger()).hasSize(2);
        }
        assertThat(control.get("/health").status()).isEqualTo(200);
        assertThat(control.get("/v1/faults").body()).contains("rejectPermanentPercent");
        assertThat(control.get("/else").status()).isEqualTo(404);
    }

    private static boolean isClosed(SmtpClient client) {
        try {
            return client.command("NOOP").isEmpty();
        } catch (IOException e) {
            return true;
        }
    }

    private String send(String message) throws IOException {
        try (SmtpClient client = SmtpClient.greeted(sink.smtpPort())) {
            return client.mail("a@example.com", message);
        }
    }

    private List<MailEntry> ledger() throws IOException {
        try (Stream<MailEntry> entries = MailLedger.read(sink.ledger())) {
            return entries.toList();
        }
    }

    private static String message(String messageId) {
        return "Message-ID: " + messageId + "\r\nSubject: hello\r\n\r\nbody";
    }
}
