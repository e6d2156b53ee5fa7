package dev.orderbackbone.notification.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderbackbone.contract.EventIds;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.notification.Channel;
import dev.orderbackbone.contract.notification.Milestone;
import dev.orderbackbone.contract.notification.NotificationRequested;
import dev.orderbackbone.contract.order.Contact;
import dev.orderbackbone.notification.flow.Mailer.Outcome;
import dev.orderbackbone.simulators.mail.MailEntry;
import dev.orderbackbone.simulators.mail.MailLedger;
import dev.orderbackbone.simulators.mail.MailSettings;
import dev.orderbackbone.simulators.mail.MailSink;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the real SMTP server of the mail sink. */
class SmtpMailerTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    private Path folder;

    private MailSink sink;
    private SmtpMailer mailer;

    @BeforeEach
    void start() throws IOException {
        sink = MailSink.start(MailSettings.forTests(), folder, false, Clock.systemUTC());
        mailer = new SmtpMailer(settings(sink.smtpPort()));
    }

    @AfterEach
    void stop() throws IOException {
        mailer.close();
        sink.close();
    }

    @Test
    void theMailCarriesTheStableIdAndWhatAnAuditorNeeds() throws IOException {
        assertThat(mailer.send(request("m1", "ann@example.com"))).isEqualTo(new Outcome.Sent());

        MailEntry mail = received().getFirst();
        assertThat(mail.messageId()).isEqualTo("<m1@shop.example>");
        assertThat(mail.to()).containsExactly("ann@example.com");
        assertThat(mail.from()).isEqualTo("orders@shop.example");
        assertThat(mail.extraHeaders()).containsEntry("X-Order-Id", "order-1").containsEntry("X-Milestone", "SHIPPED");
        assertThat(mail.body()).contains("Dear Ann").contains("Tracking code: T-1");
    }

    @Test
    void aRepeatedSendingCarriesTheSameId() throws IOException {
        mailer.send(request("m1", "ann@example.com"));
        mailer.send(request("m1", "ann@example.com"));

        assertThat(received())
                .extracting(MailEntry::messageId)
                .containsExactly("<m1@shop.example>", "<m1@shop.example>");
    }

    @Test
    void whatTheServerRefusesForGoodIsNotTriedAgain() {
        assertThat(mailer.send(request("m1", "bounce@example.com")))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason()).contains("550"));
    }

    @Test
    void whatTheServerPutsOffIsTriedLater() {
        assertThat(mailer.send(request("m1", "defer@example.com")))
                .isInstanceOfSatisfying(
                        Outcome.TryLater.class,
                        later -> assertThat(later.reason()).contains("451"));
    }

    @Test
    void anAddressThatIsNoneIsRefusedWithoutAskingTheServer() throws IOException {
        assertThat(mailer.send(request("m1", "not an address"))).isInstanceOf(Outcome.Refused.class);
        assertThat(received()).isEmpty();
    }

    @Test
    void aServerThatIsDownIsTriedLater() throws IOException {
        sink.close();
        assertThat(mailer.send(request("m1", "ann@example.com"))).isInstanceOf(Outcome.TryLater.class);
    }

    @Test
    void aLineBreakInANameCannotAddAHeader() throws IOException {
        NotificationRequested request = request("m1", "ann@example.com", "Ann\r\nBcc: all@example.com");
        mailer.send(request);

        assertThat(received().getFirst().to()).containsExactly("ann@example.com");
        assertThat(received().getFirst().subject()).doesNotContain("Bcc");
    }

    @Test
    void manySendersShareTheConnections() throws Exception {
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Outcome>> outcomes = IntStream.range(0, 200)
                    .mapToObj(i -> senders.submit(() -> mailer.send(request("m" + i, "ann@example.com"))))
                    .toList();
            for (Future<Outcome> outcome : outcomes) {
                assertThat(outcome.get()).isEqualTo(new Outcome.Sent());
            }
        }
        assertThat(received())
                .extracting(MailEntry::messageId)
                .doesNotHaveDuplicates()
                .hasSize(200);
    }

    @Test
    void aPasswordDoesNotTravelInTheClear() {
        assertThatThrownBy(() -> new SmtpSettings(
                        "localhost", 25, false, "user", "secret", "a@b.example", 1, Duration.ofSeconds(1)))
                .hasMessageContaining("smtp.start-tls");
    }

    private List<MailEntry> received() throws IOException {
        try (Stream<MailEntry> mails = MailLedger.read(sink.ledger())) {
            return mails.toList();
        }
    }

    private static SmtpSettings settings(int port) {
        return new SmtpSettings("127.0.0.1", port, false, null, null, "orders@shop.example", 4, Duration.ofSeconds(10));
    }

    private static NotificationRequested request(String messageId, String email) {
        return request(messageId, email, "Ann");
    }

    private static NotificationRequested request(String messageId, String email, String name) {
        UUID id = EventIds.root(NOON, new UUID(1, 1));
        return new NotificationRequested(
                new Meta(id, "order-1", 0, NOON, id, "shop"),
                messageId,
                Milestone.SHIPPED,
                "s1",
                Channel.EMAIL,
                1,
                new Contact(name, email),
                "GBP",
                1_000,
                "T-1",
                NOON);
    }
}
