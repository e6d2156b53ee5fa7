package dev.orderbackbone.simulators.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.simulators.net.HttpAnswer;
import dev.orderbackbone.simulators.net.HttpAnswer.Content;
import dev.orderbackbone.simulators.net.HttpRequest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WarehouseServiceTest {
    private final WarehouseState state = new WarehouseState(true);
    private final WarehouseService service = new WarehouseService(state);

    @Test
    void isHealthyWhileItWaitsAndSaysForWhat() {
        state.waitsFor("there is no topic yet");

        Content answer = answer("GET", "/health", "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .contains("\"status\":\"UP\"")
                .contains("\"following\":false")
                .contains("there is no topic yet");
    }

    @Test
    void countsWhatHasLeft() {
        state.follows("orders.events.v1");
        state.shipped(new Dispatch("a", 0, 1, Instant.EPOCH, new Packing(1, 100).of("a", new int[] {1, 1})));
        state.shipped(new Dispatch("b", 0, 2, Instant.EPOCH, List.of()));
        state.holds(3, 2);

        assertThat(answer("GET", "/v1/summary", "").text())
                .contains("\"following\":true")
                .contains("\"shippedOrders\":2")
                .contains("\"shipments\":2")
                .contains("\"openOrders\":3")
                .contains("\"waitingOrders\":2");
    }

    @Test
    void canBeSwitchedOffAndOn() {
        assertThat(answer("PUT", "/v1/shipping", "{\"shipping\":false}").text()).isEqualTo("{\"shipping\":false}");
        assertThat(state.isShipping()).isFalse();

        answer("PUT", "/v1/shipping", "{\"shipping\":true}");

        assertThat(state.isShipping()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"shipping\":1}", "{\"shipping\":true,\"other\":1}", "no"})
    void aSwitchThatIsNotUnderstoodChangesNothing(String body) {
        assertThat(answer("PUT", "/v1/shipping", body).status()).isEqualTo(400);
        assertThat(state.isShipping()).isTrue();
    }

    @Test
    void knowsNothingElse() {
        assertThat(answer("GET", "/v1/orders", "").status()).isEqualTo(404);
        assertThat(answer("DELETE", "/v1/shipping", "").status()).isEqualTo(405);
    }

    private Content answer(String method, String path, String body) {
        HttpAnswer answer = service.answer(HttpRequest.of(method, path, body));
        return (Content) answer;
    }
}
