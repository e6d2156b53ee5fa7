package dev.orderbackbone.orderevents.adapter.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a request around its body: key, media type, method, path. */
class BadRequestTest {
    private static final String ORDER_ID = "0123456789abcdefghjkmnpq";

    @RegisterExtension
    static final IntakeServer SERVER = IntakeServer.standard();

    @AfterEach
    void nothingIsPublished() {
        assertThat(SERVER.intake().published()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/orders", "/v1/orders/" + ORDER_ID + "/cancellation"})
    void theIdempotencyKeyIsRequired(String path) {
        SERVER.post(path, Json.order().toString()).isProblem(400, "required", "Idempotency-Key");
        SERVER.post(path, Json.order().toString(), "Idempotency-Key", "").isProblem(400, "required", "Idempotency-Key");
        SERVER.post(path, Json.order().toString(), "Idempotency-Key", "   ")
                .isProblem(400, "required", "Idempotency-Key");
    }

    @Test
    void theIdempotencyKeyIsPrintableAsciiOfBearableLength() {
        badKey("x".repeat(256));
        badKey("two words");
        badKey("a\tb");
    }

    @Test
    void otherBytesInTheIdempotencyKeyAreRefused() throws IOException {
        for (String key : new String[] {"caf\u00e9", "a\u0001b", "a\u007fb"}) {
            try (RawConnection connection = RawConnection.to(SERVER.port(), Duration.ofSeconds(10))) {
                connection.write("POST /v1/orders HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                        + "Idempotency-Key: " + key + "\r\nContent-Length: 2\r\n\r\n{}");
                assertThat(connection.read()).startsWith("HTTP/1.1 400 ");
            }
        }
    }

    @Test
    void oneKeyAtATime() {
        SERVER.post("/v1/orders", Json.order().toString(), "Idempotency-Key", "a", "Idempotency-Key", "b")
                .isProblem(400, "idempotency-key", "Idempotency-Key");
    }

    @Test
    void aCancellationsKeyIsNoLongerThanAnId() {
        SERVER.post(
                        "/v1/orders/" + ORDER_ID + "/cancellation",
                        "{\"reason\":\"changed my mind\"}",
                        "Idempotency-Key",
                        "x".repeat(129))
                .isProblem(422, "max-length", "Idempotency-Key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x"
            })
    void otherMediaTypesAreRefused(String mediaType) {
        SERVER.send("POST", "/v1/orders", order(), "Content-Type", mediaType, "Idempotency-Key", "key")
                .isProblem(415, "unsupported-media-type", "Content-Type");
    }

    @Test
    void onlyJsonIsAnswered() {
        SERVER.get("/v1/orders/" + ORDER_ID, "Accept", "text/html").isProblem(406, "not-acceptable", "Accept");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH"})
    void otherMethodsAreRefused(String method) {
        Reply reply = SERVER.send(method, "/v1/orders", order(), "Content-Type", "application/json");
        reply.isProblem(405, "method-not-allowed", "");
        assertThat(reply.header("Allow")).contains("POST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/v2/orders", "/v1/order", "/v1/orders/" + ORDER_ID + "/payments", "/v1/stock", "/%2e%2e/x"
            })
    void otherPathsAreNotFound(String path) {
        SERVER.get(path).isProblem(404, "not-found", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "0123456789ABCDEFGHJKMNPQ",
                "0123456789abcdefghjkmnpqr",
                "0123456789abcdefghjkmnp%00",
                "0123456789abcdefghjkmnp%20",
                "0123456789abcdefghjkmnp%C3%A9",
                "%F0%9F%98%80",
                "..%2f..%2fetc"
            })
    void noOrderCanHaveAnotherKindOfId(String id) {
        SERVER.get("/v1/orders/" + id).isProblem(404, "unknown-order", "");
        SERVER.post("/v1/orders/" + id + "/shipments", Json.shipment().toString())
                .isProblem(404, "unknown-order", "");
        SERVER.post("/v1/orders/" + id + "/returns", Json.returned().toString()).isProblem(404, "unknown-order", "");
        SERVER.post("/v1/orders/" + id + "/cancellation", "{\"reason\":\"x\"}", "Idempotency-Key", "key")
                .isProblem(404, "unknown-order", "");
        assertThat(SERVER.orders().asked()).isZero();
    }

    @Test
    void whatIsNoHttpIsAnsweredToo() throws IOException {
        try (RawConnection connection = RawConnection.to(SERVER.port(), Duration.ofSeconds(10))) {
            connection.write("NONSENSE\r\n\r\n");
            assertThat(connection.read()).contains(" 400 ").contains("application/problem+json");
        }
    }

    private static void badKey(String key) {
        SERVER.submit(key, Json.order().toString()).isProblem(400, "idempotency-key", "Idempotency-Key");
    }

    private static BodyPublisher order() {
        return BodyPublishers.ofByteArray(Json.order().toString().getBytes(UTF_8));
    }
}
