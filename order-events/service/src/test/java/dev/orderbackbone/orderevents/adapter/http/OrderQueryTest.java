package dev.orderbackbone.orderevents.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.orderevents.flow.OrderReader.OrderView;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An order is answered as it was last projected, and its ETag spares a client what it has already. */
class OrderQueryTest {
    private static final String PATH = "/v1/orders/0123456789abcdefghjkmnpq";
    private static final String JSON = "{\"orderId\":\"0123456789abcdefghjkmnpq\",\"customer\":\"Zoë\"}";

    @RegisterExtension
    static final IntakeServer SERVER = IntakeServer.standard();

    @BeforeEach
    void thereIsAnOrder() {
        SERVER.orders().put("0123456789abcdefghjkmnpq", new OrderView(3, JSON));
    }

    @Test
    void theOrderIsAnsweredWithTheNumberOfItsLastEvent() {
        Reply reply = SERVER.get(PATH);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualTo("application/json");
        assertThat(reply.header("ETag")).isEqualTo("\"3\"");
        assertThat(reply.body()).isEqualTo(JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"3\"", "W/\"3\"", "\"1\", \"3\"", "\"1\",W/\"3\"", "*"})
    void whatTheClientHasIsNotSentAgain(String ifNoneMatch) {
        Reply reply = SERVER.get(PATH, "If-None-Match", ifNoneMatch);
        assertThat(reply.status()).isEqualTo(304);
        assertThat(reply.header("ETag")).isEqualTo("\"3\"");
        assertThat(reply.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "3", "\"33\"", "\"1\", \"2\"", ""})
    void whatTheClientHasNotIsSent(String ifNoneMatch) {
        assertThat(SERVER.get(PATH, "If-None-Match", ifNoneMatch).status()).isEqualTo(200);
    }

    @Test
    void severalHeadersAreOneList() {
        assertThat(SERVER.get(PATH, "If-None-Match", "\"1\"", "If-None-Match", "\"3\"")
                        .status())
                .isEqualTo(304);
    }

    @Test
    void anOrderThatIsNotProjectedYetMayBeAskedForAgain() {
        Reply reply = SERVER.get("/v1/orders/zzzzzzzzzzzzzzzzzzzzzzzz").isProblem(404, "unknown-order", "");
        assertThat(reply.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void headIsGetWithoutTheBody() {
        Reply reply = SERVER.send("HEAD", PATH, BodyPublishers.noBody());
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("ETag")).isEqualTo("\"3\"");
        assertThat(reply.body()).isEmpty();
        assertThat(SERVER.send("HEAD", "/v1/orders/zzzzzzzzzzzzzzzzzzzzzzzz", BodyPublishers.noBody())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void optionsTellTheMethods() {
        Reply order = SERVER.send("OPTIONS", PATH, BodyPublishers.noBody());
        assertThat(order.status()).isBetween(200, 204);
        assertThat(order.header("Allow")).contains("GET", "HEAD");
        Reply orders = SERVER.send("OPTIONS", "/v1/orders", BodyPublishers.noBody());
        assertThat(orders.header("Allow")).contains("POST").doesNotContain("DELETE");
    }
}
