package dev.orderbackbone.simulators.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderbackbone.simulators.gateway.GatewayEntry.Operation;
import dev.orderbackbone.simulators.testing.GatewayClient;
import dev.orderbackbone.simulators.testing.GatewayClient.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewaySimulatorTest {

    private static final String AUTHORIZATIONS = "/v1/authorizations";

    @TempDir
    Path folder;

    private GatewaySimulator gateway;
    private GatewayClient client;

    @BeforeEach
    void start() throws IOException {
        start(Clock.systemUTC());
    }

    private void start(Clock clock) throws IOException {
        gateway = GatewaySimulator.start(GatewaySettings.forTests(), folder, false, clock);
        client = new GatewayClient(gateway.address());
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        gateway.close();
    }

    @Test
    void answersAnAuthorisation() throws Exception {
        Answer answer = client.authorize("k1", "order-1", 1_234, "visa");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("""
                        {"id":"auth_1","operation":"AUTHORIZE","status":"APPROVED","code":"approved",\
                        "reference":"order-1","authorizationId":"auth_1","amountMinor":1234,"currency":"GBP",\
                        "idempotencyKey":"k1"}""");
    }

    @Test
    void goesThroughTheLifeOfAPayment() throws Exception {
        String id = client.authorize("k1", "order-1", 1_000, "visa").id();

        Answer first = client.capture("k2", id, 400);
        Answer second = client.capture("k3", id, 100);
        Answer rest = client.voidRest("k4", id);
        Answer back = client.refund("k5", id, 450);

        assertThat(List.of(first.status(), second.status(), rest.status(), back.status()))
                .containsOnly(201);
        assertThat(rest.json().whole("amountMinor")).isEqualTo(500);
        assertThat(rest.json().text("operation")).isEqualTo("VOID");
        assertThat(back.json().text("status")).isEqualTo("APPROVED");
        assertThat(back.json().text("authorizationId")).isEqualTo(id);
        assertThat(ledger())
                .extracting(GatewayEntry::operation)
                .containsExactly(
                        Operation.AUTHORIZE, Operation.CAPTURE, Operation.CAPTURE, Operation.VOID, Operation.REFUND);
        assertThat(ledger()).allMatch(entry -> entry.reference().equals("order-1"));
    }

    @Test
    void refusesWhatBreaksARuleAndRemembersTheRefusal() throws Exception {
        String id = client.authorize("k1", "order-1", 1_000, "visa").id();

        Answer refused = client.capture("k2", id, 1_001);
        Answer again = client.capture("k2", id, 1_001);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("capture_exceeds_authorization");
        assertThat(again.body()).isEqualTo(refused.body());
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.replayed()).isTrue();
        assertThat(client.ask("k2").json().text("status")).isEqualTo("REFUSED");
        assertThat(Files.readAllLines(gateway.ledger()).get(1)).startsWith("{\"entry\":\"refusal\"");
    }

    @Test
    void answers404ForAnUnknownAuthorisation() throws Exception {
        Answer answer = client.capture("k1", "auth_77", 1);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("unknown_authorization");
    }

    @Test
    void replaysTheSameAnswerForTheSameRequestWhateverItsLayout() throws Exception {
        Answer first = client.authorize("k1", "order-1", 1_234, "visa");
        Answer again = client.post("k1", AUTHORIZATIONS, """
                { "paymentMethod" : "visa", "currency" : "GBP", "amountMinor" : 1234, "reference" : "order-1" }""");

        assertThat(first.replayed()).isFalse();
        assertThat(again.replayed()).isTrue();
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(ledger()).hasSize(1);
        assertThat(client.counted("requests", "replayed")).isEqualTo(1);
    }

    @Test
    void refusesAKeyThatBelongsToAnotherRequest() throws Exception {
        String id = client.authorize("k1", "order-1", 1_234, "visa").id();
        client.capture("k2", id, 5);
        client.voidRest("k3", id);

        assertThat(Stream.of(
                        client.authorize("k1", "order-1", 1_235, "visa"),
                        client.authorize("k1", "order-2", 1_234, "visa"),
                        client.authorize("k1", "order-1", 1_234, "other"),
                        client.capture("k1", id, 1_234),
                        client.capture("k2", id, 6),
                        client.refund("k2", id, 5),
                        client.capture("k2", "auth_9", 5),
                        client.voidRest("k2", id),
                        client.voidRest("k3", "auth_9")))
                .allSatisfy(answer -> {
                    assertThat(answer.status()).isEqualTo(422);
                    assertThat(answer.code()).isEqualTo("idempotency_key_reused");
                });
        assertThat(ledger()).hasSize(3);
    }

    @Test
    void executesOneOfSixtyFourIdenticalRequestsAtOnce() throws Exception {
        String body = GatewayClient.authorization("order-1", 1_234, "visa");
        for (int round = 0; round < 5; round++) {
            String key = "key-" + round;
            List<CompletableFuture<Answer>> answers = IntStream.range(0, 64)
                    .mapToObj(n -> client.postLater(key, AUTHORIZATIONS, body))
                    .toList();

            List<Answer> all = answers.stream().map(CompletableFuture::join).toList();

            assertThat(all).allMatch(answer -> answer.status() == 201);
            assertThat(all.stream().map(Answer::body).distinct()).hasSize(1);
            assertThat(all.stream().filter(answer -> !answer.replayed())).hasSize(1);
            assertThat(ledger()).hasSize(round + 1);
        }
        assertThat(client.counted("requests", "received")).isEqualTo(5 * 64);
        assertThat(client.counted("requests", "replayed")).isEqualTo(5 * 63);
    }

    @Test
    void neverCapturesMoreThanAuthorisedHoweverManyTryAtOnce() throws Exception {
        String id = client.authorize("k1", "order-1", 10, "visa").id();
        List<CompletableFuture<Answer>> answers = IntStream.range(0, 64)
                .mapToObj(n -> client.postLater(
                        "c" + n, AUTHORIZATIONS + "/" + id + "/captures", "{\"amountMinor\":3,\"currency\":\"GBP\"}"))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join).filter(answer -> answer.status() == 201))
                .hasSize(3);
    }

    @Test
    void tellsWhatCameOfARequest() throws Exception {
        Answer answer = client.authorize("key with/odd".replace(' ', '_'), "order-1", 1_234, "tok_declined");

        Answer asked = client.ask("key_with%2Fodd");

        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.body()).isEqualTo(answer.body());
        assertThat(asked.json().text("status")).isEqualTo("DECLINED");
        assertThat(client.ask("unheard-of").status()).isEqualTo(404);
        assertThat(client.ask("unheard-of").code()).isEqualTo("no_such_request");
        assertThat(client.counted("requests", "status_found")).isEqualTo(1);
        assertThat(client.counted("requests", "status_not_found")).isEqualTo(2);
    }

    @Test
    void forgetsKeysButNotEffectsAfterADay() throws Exception {
        client.authorize("k1", "order-1", 1_234, "visa");
        stop();
        start(Clock.offset(Clock.systemUTC(), Duration.ofHours(25)));

        assertThat(client.ask("k1").status()).isEqualTo(404);
        assertThat(client.authorize("k1", "order-2", 5, "visa").id()).isEqualTo("auth_2");
        assertThat(client.capture("k2", "auth_1", 1_234).status()).isEqualTo(201);
    }

    @Test
    void goesOnWhereItStoppedAndReplaysTheSameBytes() throws Exception {
        Answer before = client.authorize("k1", "order-1", 1_000, "visa");
        client.capture("k2", before.id(), 600);
        stop();
        start();

        assertThat(client.authorize("k1", "order-1", 1_000, "visa").body()).isEqualTo(before.body());
        assertThat(client.capture("k3", before.id(), 401).code()).isEqualTo("capture_exceeds_authorization");
        assertThat(client.capture("k4", before.id(), 400).id()).isEqualTo("cap_4");
        assertThat(ledger()).extracting(GatewayEntry::sequence).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void cutsATornLastLineAndSaysSo() throws Exception {
        client.authorize("k1", "order-1", 1_000, "visa");
        stop();
        Path ledger = folder.resolve(GatewayLedger.FILE_NAME);
        Files.writeString(ledger, "{\"entry\":\"effect\",\"seq", StandardOpenOption.APPEND);
        start();

        assertThat(client.summary().whole("ledgerCutBytes")).isEqualTo(22);
        assertThat(client.authorize("k2", "order-2", 1, "visa").id()).isEqualTo("auth_2");
        assertThat(ledger()).hasSize(2);
    }

    @Test
    void refusesToStartOnALedgerThatWasTamperedWith() throws Exception {
        client.authorize("k1", "order-1", 1_000, "visa");
        client.authorize("k2", "order-2", 1_000, "visa");
        stop();
        Path ledger = folder.resolve(GatewayLedger.FILE_NAME);
        List<String> lines = Files.readAllLines(ledger);
        Files.write(ledger, List.of(lines.get(1)));

        assertThatThrownBy(this::start)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("line 1")
                .hasMessageContaining("sequence 2 follows 0");
        Files.write(ledger, lines);
        start();
    }

    @Test
    void refusesASecondGatewayOnTheSameLedger() {
        assertThatThrownBy(() -> GatewaySimulator.start(GatewaySettings.forTests(), folder, false, Clock.systemUTC()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another simulator");
    }

    @Test
    void streamsTheLedgerAndSumsItUp() throws Exception {
        String id = client.authorize("k1", "order-1", 1_000, "visa").id();
        client.authorize("k2", "order-2", 500, "visa");
        client.authorize("k3", "order-3", 7, "tok_declined");
        client.capture("k4", id, 250);

        try (Stream<GatewayEntry> served = GatewayLedger.read(gateway.address().resolve("/v1/ledger"))) {
            assertThat(served.toList()).isEqualTo(ledger()).hasSize(4);
        }
        assertThat(client.get("/v1/summary").body()).startsWith("""
                        {"entries":[\
                        {"operation":"AUTHORIZE","status":"APPROVED","currency":"GBP","count":2,"amountMinor":1500},\
                        {"operation":"AUTHORIZE","status":"DECLINED","currency":"GBP","count":1,"amountMinor":7},\
                        {"operation":"CAPTURE","status":"APPROVED","currency":"GBP","count":1,"amountMinor":250}],\
                        "requests":{"received":4,"executed":4,""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]                                                                                   | ",
                "{\"reference\":\"o\",\"amountMinor\":1,\"currency\":\"GBP\"}                         | paymentMethod",
                "{\"reference\":\"o\",\"amountMinor\":0,\"currency\":\"GBP\",\"paymentMethod\":\"v\"} | amountMinor",
                "{\"reference\":\"o\",\"amountMinor\":10000000000001,\"currency\":\"GBP\",\"paymentMethod\":\"v\"} | amountMinor",
                "{\"reference\":\"o\",\"amountMinor\":1.5,\"currency\":\"GBP\",\"paymentMethod\":\"v\"} | amountMinor",
                "{\"reference\":\"o\",\"amountMinor\":1,\"currency\":\"gbp\",\"paymentMethod\":\"v\"} | currency",
                "{\"reference\":\"\",\"amountMinor\":1,\"currency\":\"GBP\",\"paymentMethod\":\"v\"}  | reference",
                "{\"reference\":\"\\u0000\",\"amountMinor\":1,\"currency\":\"GBP\",\"paymentMethod\":\"v\"} | reference",
                "{\"reference\":\"o\",\"amountMinor\":1,\"currency\":\"GBP\",\"paymentMethod\":\"v\",\"x\":1} | x"
            })
    void namesTheFieldOfARequestThatItCannotUnderstand(String body, String field) throws Exception {
        Answer answer = client.post("k1", AUTHORIZATIONS, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("invalid_request");
        assertThat(answer.json().text("field")).isEqualTo(field == null ? "" : field);
        // not remembered: the key is still free
        assertThat(client.authorize("k1", "order-1", 1, "visa").status()).isEqualTo(201);
        assertThat(ledger()).hasSize(1);
    }

    @Test
    void requiresAKey() throws Exception {
        Answer answer = client.post("a b", AUTHORIZATIONS, GatewayClient.authorization("o", 1, "visa"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().text("field")).isEqualTo("Idempotency-Key");
        assertThat(ledger()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v1", "/v2/authorizations", "/v1/nothing", "/v1/requests", "/v1/requests/a/b"})
    void knowsNoOtherAddress(String path) throws Exception {
        assertThat(client.get(path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/authorizations/auth_1", "/v1/authorizations/auth_1/charges"})
    void knowsNoOtherOperation(String path) throws Exception {
        assertThat(client.post("k1", path, "{}").status()).isEqualTo(404);
    }

    @Test
    void answersOnlyPostForPayments() throws Exception {
        assertThat(client.get(AUTHORIZATIONS).status()).isEqualTo(405);
    }

    @Test
    void isHealthy() throws Exception {
        assertThat(client.get("/health").body()).isEqualTo("{\"status\":\"UP\"}");
    }

    private List<GatewayEntry> ledger() throws IOException {
        try (Stream<GatewayEntry> entries = GatewayLedger.read(gateway.ledger())) {
            return entries.toList();
        }
    }
}
