package dev.orderbackbone.simulators.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.orderbackbone.simulators.faults.Faults;
import dev.orderbackbone.simulators.faults.Outage;
import dev.orderbackbone.simulators.testing.GatewayClient;
import dev.orderbackbone.simulators.testing.GatewayClient.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayFaultsTest {

    private static final String AUTHORIZATIONS = "/v1/authorizations";
    private static final Duration SLOW = Duration.ofSeconds(3);

    @TempDir
    Path folder;

    private GatewaySimulator gateway;
    private GatewayClient client;

    @BeforeEach
    void start() throws IOException {
        start(Faults.none());
    }

    private void start(Faults<GatewayFault> faults) throws IOException {
        GatewaySettings settings = new GatewaySettings(0, faults, SLOW, Duration.ofSeconds(30), Duration.ofDays(1));
        gateway = GatewaySimulator.start(settings, folder, false, Clock.systemUTC());
        client = new GatewayClient(gateway.address());
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        gateway.close();
    }

    @Test
    void timeoutAfterChargeIsFoundOutByAskingOnly() throws Exception {
        assertThatThrownBy(() -> client.authorizeImpatiently("k1", "tok_timeout_after_charge"))
                .isInstanceOf(HttpTimeoutException.class);
        await().until(() -> client.ask("k1").status() == 200);

        assertThat(client.ask("k1").json().text("status")).isEqualTo("APPROVED");
        assertThatThrownBy(() -> client.authorizeImpatiently("k1", "tok_timeout_after_charge"))
                .isInstanceOf(HttpTimeoutException.class);
        assertThat(ledger()).hasSize(1);
    }

    @Test
    void timeoutBeforeChargeDoesNothing() throws Exception {
        assertThatThrownBy(() -> client.authorizeImpatiently("k1", "tok_timeout_before_charge"))
                .isInstanceOf(HttpTimeoutException.class);
        await().until(() -> client.counted("requests", "dropped_before_execution") == 1);

        assertThat(client.ask("k1").status()).isEqualTo(404);
        assertThat(ledger()).isEmpty();
    }

    @Test
    void timeoutThenOkAnswersTheRetry() throws Exception {
        assertThatThrownBy(() -> client.authorizeImpatiently("k1", "tok_timeout_before_charge_then_ok"))
                .isInstanceOf(HttpTimeoutException.class);
        await().until(() -> client.counted("requests", "dropped_before_execution") == 1);

        Answer retry = client.authorize("k1", "order-k1", 100, "tok_timeout_before_charge_then_ok");

        assertThat(retry.status()).isEqualTo(201);
        assertThat(retry.replayed()).isFalse();
        assertThat(ledger()).hasSize(1);
    }

    @Test
    void errorThenOk() throws Exception {
        assertThat(client.authorize("k1", "order-1", 1, "tok_error_500_then_ok").status())
                .isEqualTo(500);
        assertThat(ledger()).isEmpty();

        assertThat(client.authorize("k1", "order-1", 1, "tok_error_500_then_ok").status())
                .isEqualTo(201);
        assertThat(ledger()).hasSize(1);
    }

    @Test
    void errorAfterChargeHasCharged() throws Exception {
        Answer answer = client.authorize("k1", "order-1", 1, "tok_error_500_after_charge");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(client.ask("k1").json().text("status")).isEqualTo("APPROVED");
        assertThat(ledger()).hasSize(1);
    }

    @Test
    void resetAfterChargeHasChargedAndBeforeHasNot() throws Exception {
        assertThatThrownBy(() -> client.authorize("k1", "order-1", 1, "tok_reset_after_charge"))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> client.authorize("k2", "order-2", 1, "tok_reset_before_charge"))
                .isInstanceOf(IOException.class);

        assertThat(client.ask("k1").status()).isEqualTo(200);
        assertThat(client.ask("k2").status()).isEqualTo(404);
        assertThat(ledger()).hasSize(1);
    }

    @Test
    void slowBeforeChargeIsNotFoundWhenAskedTooEarly() throws Exception {
        CompletableFuture<Answer> answer = client.postLater(
                "k1", AUTHORIZATIONS, GatewayClient.authorization("order-1", 1, "tok_slow_before_charge"));
        await().until(() -> client.counted("faults", "slow_before_charge") == 1);

        assertThat(client.ask("k1").status()).isEqualTo(404);
        assertThat(answer.join().status()).isEqualTo(201);
        assertThat(client.ask("k1").status()).isEqualTo(200);
    }

    @Test
    void slowHasChargedLongBeforeItAnswers() throws Exception {
        CompletableFuture<Answer> answer =
                client.postLater("k1", AUTHORIZATIONS, GatewayClient.authorization("order-1", 1, "tok_slow"));

        await().pollInterval(Duration.ofMillis(10)).until(() -> client.ask("k1").status() == 200);

        assertThat(answer).isNotDone();
        assertThat(answer.join().status()).isEqualTo(201);
    }

    @Test
    void aDuplicatedAnswerIsTheSameAnswerTwice() throws Exception {
        String body = GatewayClient.authorization("order-1", 1, "tok_duplicate_answer");
        String request = "POST /v1/authorizations HTTP/1.1\r\nIdempotency-Key: k1\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body;
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), gateway.address().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            InputStream input = socket.getInputStream();
            String received = new String(input.readAllBytes(), StandardCharsets.UTF_8);

            String once = received.substring(0, received.length() / 2);
            assertThat(received).isEqualTo(once + once);
            assertThat(once).contains("\"idempotencyKey\":\"k1\"");
        }
        assertThat(ledger()).hasSize(1);
    }

    @Test
    void aTokenCanStrikeALaterOperation() throws Exception {
        String declined =
                client.authorize("k1", "order-1", 100, "tok_capture_declined").id();
        String failing = client.authorize("k2", "order-2", 100, "tok_refund_error_500_after_charge_then_ok")
                .id();

        Answer capture = client.capture("k3", declined, 100);
        assertThat(capture.status()).isEqualTo(201);
        assertThat(capture.json().text("status")).isEqualTo("DECLINED");
        assertThat(client.voidRest("k4", declined).json().text("status")).isEqualTo("APPROVED");

        client.capture("k5", failing, 100);
        assertThat(client.refund("k6", failing, 100).status()).isEqualTo(500);
        assertThat(client.refund("k6", failing, 100).replayed()).isTrue();
    }

    @Test
    void scriptedTokensAreSparedFromFaultsInPercent() throws Exception {
        client.putFaults("{\"declinePercent\":100,\"errorBeforeChargePercent\":100}");

        assertThat(client.authorize("k1", "order-1", 1, "tok_ok").json().text("status"))
                .isEqualTo("APPROVED");
        assertThat(client.authorize("k2", "order-2", 1, "visa").status()).isEqualTo(500);
    }

    @Test
    void declinesTheWantedShareAndTheSameAtEveryAttempt() throws Exception {
        client.putFaults("{\"declinePercent\":30}");
        List<String> first = statuses();
        assertThat(first).contains("APPROVED", "DECLINED");

        client.putFaults("{}");
        assertThat(statuses()).as("replayed, though nothing declines now").isEqualTo(first);
        assertThat(client.counted("requests", "replayed")).isEqualTo(40);
    }

    @Test
    void theSameSeedGivesTheSameRunOnAnotherLedger(@TempDir Path elsewhere) throws Exception {
        Faults<GatewayFault> faults = new Faults<GatewayFault>(
                Map.of(GatewayFault.DECLINE, 20.0, GatewayFault.ERROR_BEFORE_CHARGE, 20.0), 0, 0, Outage.NONE, 0, 42);
        stop();
        start(faults);
        List<String> here = statuses();
        stop();
        folder = elsewhere;
        start(faults);
        List<String> there = statuses();

        assertThat(there).isEqualTo(here).contains("APPROVED", "DECLINED", "500");
    }

    @Test
    void aRetryAfterAFaultSucceedsInTheEnd() throws Exception {
        client.putFaults("""
                {"errorBeforeChargePercent":30,"errorAfterChargePercent":30,"seed":5}""");
        int retries = 0;
        for (int n = 0; n < 30; n++) {
            while (client.authorize("k" + n, "order-" + n, 1, "visa").status() != 201) {
                retries++;
            }
        }

        assertThat(retries).isPositive();
        assertThat(ledger()).hasSize(30);
    }

    @Test
    void anOutageRefusesPaymentsAndQuestionsButNotTheControls() throws Exception {
        client.authorize("k1", "order-1", 1, "visa");
        client.putFaults("{\"outage\":\"UNAVAILABLE\"}");

        assertThat(client.authorize("k2", "order-2", 1, "visa").status()).isEqualTo(503);
        assertThat(client.ask("k1").status()).isEqualTo(503);
        assertThat(client.get("/health").status()).isEqualTo(200);
        assertThat(client.counted("requests", "unavailable")).isEqualTo(2);

        client.putFaults("{}");
        assertThat(client.authorize("k2", "order-2", 1, "visa").status()).isEqualTo(201);
    }

    @Test
    void aClosedListenerRefusesConnectionsAndOpensAgain() throws Exception {
        assertThat(client.putFaults("{\"outage\":\"CLOSED\",\"outageMs\":3000}").status())
                .isEqualTo(200);

        await().pollInterval(Duration.ofMillis(5)).until(this::refusesConnections);
        await().atMost(Duration.ofSeconds(30)).until(() -> !refusesConnections());
        assertThat(client.authorize("k1", "order-1", 1, "visa").status()).isEqualTo(201);
    }

    @Test
    void latencyIsKept() throws Exception {
        client.putFaults("{\"latencyMs\":120}");
        long before = System.nanoTime();

        client.authorize("k1", "order-1", 1, "visa");

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(120));
    }

    @Test
    void refusesFaultsThatMakeNoSense() throws Exception {
        Answer answer = client.putFaults("{\"declinePercent\":200}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("declinePercent").contains("0 to 100");
    }

    private boolean refusesConnections() {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), gateway.address().getPort())) {
            return !socket.isConnected();
        } catch (IOException e) {
            return true;
        }
    }

    private List<String> statuses() throws Exception {
        List<String> statuses = new ArrayList<>();
        for (int n = 0; n < 40; n++) {
            Answer answer = client.authorize("key-" + n, "order-" + n, 1, "visa");
            statuses.add(answer.status() == 201 ? answer.json().text("status") : "" + answer.status());
        }
        return statuses;
    }

    private List<GatewayEntry> ledger() throws IOException {
        assertThat(Files.exists(gateway.ledger())).isTrue();
        try (Stream<GatewayEntry> entries = GatewayLedger.read(gateway.ledger())) {
            return entries.toList();
        }
    }
}
