package dev.orderbackbone.payment.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.payment.GatewayCall;
import dev.orderbackbone.contract.payment.GatewayOutcome;
import dev.orderbackbone.payment.Calls;
import dev.orderbackbone.payment.SimulatedGateway;
import dev.orderbackbone.payment.flow.PaymentGateway.Reply;
import dev.orderbackbone.simulators.gateway.GatewayEntry;
import dev.orderbackbone.simulators.gateway.GatewayFault;
import dev.orderbackbone.testkit.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the gateway simulator, over real connections. */
class HttpPaymentGatewayTest {
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    private SimulatedGateway simulator;
    private HttpPaymentGateway gateway;

    @BeforeEach
    void start() throws IOException {
        simulator = SimulatedGateway.start(folder);
        gateway = new HttpPaymentGateway(settings(simulator.address()));
    }

    @AfterEach
    void stop() throws IOException {
        gateway.close();
        simulator.close();
    }

    @Test
    void authorizesCapturesVoidsAndRefunds() throws Exception {
        String id = authorized(Calls.authorize("order-1", "tok_ok"));

        assertApproved(gateway.carryOut(Calls.capture("order-1", "ship-1", id, 1_000)), 1_000);
        assertApproved(gateway.carryOut(Calls.giveBack("order-1", id)), 1_500);
        assertApproved(gateway.carryOut(Calls.refund("order-1", "return-1", id, 400)), 400);
        assertThat(simulator.ledger()).extracting(GatewayEntry::reference).containsOnly("order-1");
    }

    @Test
    void doesNothingTwiceUnderOneKey() throws Exception {
        GatewayCall call = Calls.authorize("order-1", "tok_ok");

        assertThat(gateway.carryOut(call)).isEqualTo(gateway.carryOut(call));
        assertThat(simulator.ledger()).hasSize(1);
    }

    @Test
    void hearsDeclinesAndRefusals() throws Exception {
        assertThat(gateway.carryOut(Calls.authorize("order-1", "tok_declined")))
                .isEqualTo(new Reply.Answered(GatewayOutcome.DECLINED, null, 2_500, "insufficient_funds"));

        String id = authorized(Calls.authorize("order-2", "tok_ok"));
        assertThat(gateway.carryOut(Calls.capture("order-2", "ship-1", id, 2_501)))
                .isEqualTo(new Reply.Answered(GatewayOutcome.INVALID, null, 2_501, "capture_exceeds_authorization"));
        assertThat(gateway.carryOut(Calls.capture("order-2", "ship-2", "no such id", 1)))
                .isEqualTo(new Reply.Answered(GatewayOutcome.INVALID, null, 1, "unknown_authorization"));
    }

    @Test
    void asksWhatCameOfARequest() throws Exception {
        GatewayCall call = Calls.authorize("order-1", "tok_ok");
        assertThat(gateway.ask(call)).isEqualTo(new Reply.Answered(GatewayOutcome.NOT_FOUND, null, 2_500, ""));

        assertThat(gateway.carryOut(call)).isEqualTo(gateway.ask(call));
    }

    @Test
    void doesNotKnowWhatCameOfARequestWhoseAnswerIsLost() throws Exception {
        assertUnknown("tok_timeout_after_charge", "timeout");
        assertUnknown("tok_timeout_before_charge", "timeout");
        assertUnknown("tok_error_500_after_charge", "http-500");
        assertUnknown("tok_error_500", "http-500");
        assertUnknown("tok_reset_after_charge", "connection-broken");
        assertUnknown("tok_reset_before_charge", "connection-broken");

        Await.until(() -> assertThat(simulator.ledger()).hasSize(3));
        assertThat(gateway.ask(Calls.authorize("order-tok_timeout_after_charge", "tok")))
                .isInstanceOfSatisfying(
                        Reply.Answered.class,
                        answered -> assertThat(answered.outcome()).isEqualTo(GatewayOutcome.APPROVED));
    }

    @Test
    void takesNoAnswerForThatOfAnotherRequest() throws Exception {
        simulator.restart(SimulatedGateway.faults(Map.of(GatewayFault.DUPLICATE_ANSWER, 50.0)));

        try (HttpPaymentGateway patient = patient()) {
            List<Future<Reply>> replies = allAtOnce(patient, 500, "any");
            for (int index = 0; index < replies.size(); index++) {
                if (replies.get(index).get() instanceof Reply.Answered answered) {
                    assertThat(referenceOf(answered.authorizationId())).isEqualTo("order-" + index);
                }
            }
        }
        assertThat(simulator.ledger()).hasSizeGreaterThan(400);
    }

    @Test
    void knowsThatNothingWasDoneByAGatewayThatIsAway() throws Exception {
        simulator.restart(SimulatedGateway.unavailable());
        assertThat(gateway.carryOut(Calls.authorize("order-1", "tok_ok"))).isEqualTo(new Reply.NotDone("http-503"));
        assertThat(gateway.ask(Calls.authorize("order-1", "tok_ok"))).isEqualTo(new Reply.NotDone("http-503"));

        simulator.close();
        try (HttpPaymentGateway unconnected = new HttpPaymentGateway(settings(simulator.address()))) {
            assertThat(unconnected.carryOut(Calls.authorize("order-1", "tok_ok")))
                    .isEqualTo(new Reply.NotDone("not-connected"));
        }
    }

    @Test
    void knowsThatNothingWasDoneWhereNobodyAcceptsTheConnection() throws Exception {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                HttpPaymentGateway toFull =
                        new HttpPaymentGateway(settings(URI.create("http://127.0.0.1:" + full.getLocalPort())))) {
            // nobody accepts: the request is sent into the void, or the connection is never made
            assertThat(toFull.carryOut(Calls.authorize("order-1", "tok_ok")))
                    .isIn(new Reply.NotDone("not-connected"), new Reply.Unknown("timeout"));
        }
    }

    @Test
    void comesThroughHundredsOfRequestsAtATime() throws Exception {
        try (HttpPaymentGateway patient = patient()) {
            for (Future<Reply> reply : allAtOnce(patient, 600, "tok_ok")) {
                assertThat(reply.get()).isInstanceOf(Reply.Answered.class);
            }
        }
        assertThat(simulator.ledger()).hasSize(600);
    }

    @Test
    void findsTheGatewayBehindAnAddressThatEndsInASlash() throws Exception {
        try (HttpPaymentGateway same = new HttpPaymentGateway(settings(URI.create(simulator.address() + "/")))) {
            assertThat(same.carryOut(Calls.authorize("order-1", "tok_ok"))).isInstanceOf(Reply.Answered.class);
        }
    }

    private static GatewaySettings settings(URI address) {
        return new GatewaySettings(address, null, Duration.ofSeconds(2), REQUEST_TIMEOUT, Duration.ofSeconds(5), 20);
    }

    /** For a machine that is busy. */
    private HttpPaymentGateway patient() {
        return new HttpPaymentGateway(new GatewaySettings(
                simulator.address(), null, Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(5), 20));
    }

    private static List<Future<Reply>> allAtOnce(HttpPaymentGateway gateway, int count, String paymentMethod) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return IntStream.range(0, count)
                    .mapToObj(index -> Calls.authorize("order-" + index, paymentMethod))
                    .map(call -> threads.submit(() -> gateway.carryOut(call)))
                    .toList();
        }
    }

    private String authorized(GatewayCall call) throws InterruptedException {
        Reply.Answered answered = (Reply.Answered) gateway.carryOut(call);
        assertThat(answered.outcome()).isEqualTo(GatewayOutcome.APPROVED);
        return String.valueOf(answered.authorizationId());
    }

    private void assertUnknown(String token, String code) throws InterruptedException {
        assertThat(gateway.carryOut(Calls.authorize("order-" + token, token))).isEqualTo(new Reply.Unknown(code));
    }

    private static void assertApproved(Reply reply, long amountMinor) {
        assertThat(reply).isInstanceOfSatisfying(Reply.Answered.class, answered -> {
            assertThat(answered.outcome()).isEqualTo(GatewayOutcome.APPROVED);
            assertThat(answered.amountMinor()).isEqualTo(amountMinor);
        });
    }

    private String referenceOf(@Nullable String authorizationId) {
        return simulator.ledger().stream()
                .filter(entry -> entry.id().equals(authorizationId))
                .map(GatewayEntry::reference)
                .findFirst()
                .orElseThrow();
    }
}
