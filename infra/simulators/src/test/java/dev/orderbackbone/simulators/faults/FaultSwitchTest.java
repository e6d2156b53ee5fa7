package dev.orderbackbone.simulators.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderbackbone.simulators.gateway.GatewayFault;
import dev.orderbackbone.simulators.net.HttpAnswer;
import dev.orderbackbone.simulators.net.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultSwitchTest {

    private static final Faults<GatewayFault> AT_START =
            new Faults<GatewayFault>(Map.of(GatewayFault.DECLINE, 7.5), 5, 0, Outage.NONE, 0, 1);

    private final FaultSwitch<GatewayFault> faults = new FaultSwitch<>(GatewayFault.class, AT_START);
    private final List<Duration> closed = new ArrayList<>();

    @Test
    void changesWhatIsNamedAndReturnsTheRestToItsStart() {
        put("{\"declinePercent\":100,\"latencyMs\":20,\"seed\":9}");
        put("{\"timeoutAfterChargePercent\":0.25,\"latencyJitterMs\":3,\"outage\":\"UNAVAILABLE\",\"outageMs\":60000}");

        Faults<GatewayFault> now = faults.current();
        assertThat(now.percents())
                .containsEntry(GatewayFault.DECLINE, 7.5)
                .containsEntry(GatewayFault.TIMEOUT_AFTER_CHARGE, 0.25);
        assertThat(now.latencyMs()).isEqualTo(5);
        assertThat(now.latencyJitterMs()).isEqualTo(3);
        assertThat(now.seed()).isEqualTo(1);
        assertThat(faults.unavailable()).isTrue();

        put("{}");
        assertThat(faults.current()).isEqualTo(AT_START);
        assertThat(faults.unavailable()).isFalse();
    }

    @Test
    void whatItShowsCanBePutBack() {
        put("{\"declinePercent\":12.5,\"resetAfterChargePercent\":1}");
        Faults<GatewayFault> before = faults.current();
        String shown = shown(answer("GET", ""));

        put("{}");
        put(shown);

        assertThat(faults.current().firstToStrike(before.percents().keySet(), "key", 1))
                .isEqualTo(before.firstToStrike(before.percents().keySet(), "key", 1));
        assertThat(shown(answer("GET", ""))).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"declinPercent\":1}",
                "{\"declinePercent\":101}",
                "{\"declinePercent\":-1}",
                "{\"declinePercent\":\"1\"}",
                "{\"latencyMs\":-1}",
                "{\"latencyMs\":600001}",
                "{\"outage\":\"GONE\"}",
                "{\"outage\":\"CLOSED\"}",
                "[]"
            })
    void refusesWhatMakesNoSenseAndChangesNothing(String body) {
        HttpAnswer answer = answer("PUT", body);

        assertThat(answer)
                .isInstanceOfSatisfying(
                        HttpAnswer.Content.class,
                        content -> assertThat(content.status()).isEqualTo(400));
        assertThat(faults.current()).isEqualTo(AT_START);
    }

    @Test
    void closesTheListenerOnlyOnceTheAnswerIsOut() {
        HttpAnswer answer = answer("PUT", "{\"outage\":\"CLOSED\",\"outageMs\":250}");

        assertThat(closed).isEmpty();
        assertThat(answer)
                .isInstanceOfSatisfying(
                        HttpAnswer.Followed.class,
                        followed -> followed.afterwards().run());
        assertThat(closed).containsExactly(Duration.ofMillis(250));
    }

    @Test
    void anOutageEndsByItself() {
        put("{\"outage\":\"UNAVAILABLE\",\"outageMs\":1}");

        await().until(() -> !faults.unavailable());
    }

    @Test
    void knowsNoOtherMethod() {
        assertThat(answer("DELETE", ""))
                .isInstanceOfSatisfying(
                        HttpAnswer.Content.class,
                        content -> assertThat(content.status()).isEqualTo(405));
    }

    private void put(String body) {
        assertThat(answer("PUT", body))
                .isInstanceOfSatisfying(
                        HttpAnswer.Content.class,
                        content -> assertThat(content.status()).isEqualTo(200));
    }

    private HttpAnswer answer(String method, String body) {
        return faults.answer(HttpRequest.of(method, "/v1/faults", body), closed::add);
    }

    private static String shown(HttpAnswer answer) {
        return ((HttpAnswer.Content) answer).text();
    }
}
