package dev.orderbackbone.orderevents.adapter.http;

import static dev.orderbackbone.orderevents.adapter.http.Json.line;
import static dev.orderbackbone.orderevents.adapter.http.Json.order;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.OrderIds;
import dev.orderbackbone.contract.order.CancellationRequested;
import dev.orderbackbone.contract.order.Charge;
import dev.orderbackbone.contract.order.Contact;
import dev.orderbackbone.contract.order.OrderLine;
import dev.orderbackbone.contract.order.OrderSubmitted;
import dev.orderbackbone.contract.order.ReturnReceived;
import dev.orderbackbone.contract.order.ReturnedLine;
import dev.orderbackbone.contract.order.ShipmentDispatched;
import dev.orderbackbone.contract.order.ShippedLine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is stated over HTTP is published as it was stated, once, before the answer is given. */
class GoodOrderTest {
    private static final String ORDER_ID = OrderIds.of("shop", "key");

    @RegisterExtension
    static final IntakeServer SERVER = IntakeServer.standard();

    /** Each test has orders of its own. */
    private final String key = UUID.randomUUID().toString();

    @Test
    void anOrderMayStateEverything() {
        Instant before = Instant.now();
        Json body = order().with("customerId", "\"17850\"")
                .with("contact", "{\"name\":\"Zoë 😀\",\"email\":\"zoe@example.org\"}")
                .with("country", "\"GB\"")
                .with("orderedAt", "\"2010-12-01T09:26:00.123+01:00\"")
                .with(
                        "lines",
                        "["
                                + line().with("description", "\"T-LIGHT \\\"HOLDER\\\"\"")
                                        .with("location", "\"leeds\"") + ","
                                + line().with("sku", "\"71053\"").with("unitPriceMinor", "0") + "]")
                .with(
                        "charges",
                        "[{\"code\":\"POST\",\"description\":\"postage\",\"amountMinor\":1800},"
                                + "{\"code\":\"DISCOUNT\",\"amountMinor\":-30}]")
                .with("totalMinor", "3300");

        String orderId = SERVER.submit(key, body.toString()).isAccepted();

        OrderSubmitted submitted = onlySubmission();
        assertThat(orderId).isEqualTo(OrderIds.of("shop", key));
        assertThat(submitted.meta().orderId()).isEqualTo(orderId);
        assertThat(submitted.meta().storeId()).isEqualTo("shop");
        assertThat(submitted.meta().sequence()).isZero();
        assertThat(submitted.meta().causationId()).isEqualTo(submitted.meta().eventId());
        assertThat(submitted.meta().eventId().version()).isEqualTo(7);
        assertThat(submitted.meta().occurredAt()).isBetween(before, Instant.now());
        assertThat(submitted)
                .isEqualTo(new OrderSubmitted(
                        submitted.meta(),
                        key,
                        "17850",
                        new Contact("Zoë 😀", "zoe@example.org"),
                        "GB",
                        "GBP",
                        List.of(
                                new OrderLine(1, "85123A", "T-LIGHT \"HOLDER\"", 6, 255, "leeds"),
                                new OrderLine(2, "71053", null, 6, 0, "main")),
                        List.of(new Charge("POST", "postage", 1800), new Charge("DISCOUNT", null, -30)),
                        3300,
                        "tok_ok",
                        Instant.parse("2010-12-01T08:26:00.123Z")));
    }

    @Test
    void whatMayBeMissingMayBeNullAsWell() {
        Json nulls = order(line().with("description", "null").with("location", "null"))
                .with("customerId", "null")
                .with("contact", "null")
                .with("country", "null")
                .with("charges", "null");

        SERVER.submit(key, order().toString()).isAccepted();
        SERVER.submit(key, nulls.toString()).isAccepted();
        SERVER.submit(key, order().with("contact", "{}").toString()).isProblem(409, "other-content", "Idempotency-Key");

        OrderSubmitted missing = (OrderSubmitted) SERVER.intake().published().getFirst();
        OrderSubmitted stated = (OrderSubmitted) SERVER.intake().published().getLast();
        assertThat(stated).usingRecursiveComparison().ignoringFields("meta").isEqualTo(missing);
        assertThat(missing.customerId()).isNull();
        assertThat(missing.contact()).isNull();
        assertThat(missing.country()).isNull();
        assertThat(missing.charges()).isEmpty();
        assertThat(missing.lines()).containsExactly(new OrderLine(1, "85123A", null, 6, 255, "main"));
    }

    @Test
    void aTotalOfZeroIsAnOrder() {
        SERVER.submit(
                        key,
                        order(line().with("unitPriceMinor", "-0"))
                                .with("totalMinor", "0")
                                .toString())
                .isAccepted();
        assertThat(onlySubmission().totalMinor()).isZero();
    }

    @Test
    void anOrderHasUpToFiveThousandLines() {
        String lines = IntStream.rangeClosed(1, 5_000)
                .mapToObj(number -> line().with("sku", "\"sku-" + number + "\"")
                        .with("description", "\"" + "d".repeat(60) + "\"")
                        .toString())
                .collect(Collectors.joining(","));
        String body = order().with("lines", "[" + lines + "]")
                .with("totalMinor", String.valueOf(5_000 * 6 * 255))
                .toString();
        SERVER.submit(key, body).isAccepted();

        assertThat(onlySubmission().lines())
                .hasSize(5_000)
                .last()
                .isEqualTo(new OrderLine(5_000, "sku-5000", "d".repeat(60), 6, 255, "main"));
    }

    @Test
    void anOrderHasUpToAHundredCharges() {
        String charges = "[" + String.join(",", Collections.nCopies(100, "{\"code\":\"A\",\"amountMinor\":0}")) + "]";
        SERVER.submit(key, order().with("charges", charges).toString()).isAccepted();
        assertThat(onlySubmission().charges()).hasSize(100);
    }

    @Test
    void whiteSpaceAndTheOrderOfTheFieldsMeanNothing() {
        SERVER.submit(
                        key,
                        "\r\n\t {\"totalMinor\" : 0 , \"lines\":[ {\"unitPriceMinor\":0,\"quantity\":1,\"sku\":\"a\"} ],"
                                + "\"paymentMethod\":\"t\",\"orderedAt\":\"2010-12-01T08:26:00z\",\"currency\":\"JPY\","
                                + "\"storeId\":\"\\u0073hop\"} \n")
                .isAccepted();
        assertThat(onlySubmission().currency()).isEqualTo("JPY");
    }

    @Test
    void aBodyMayComeInChunks() {
        SERVER.submit(
                        key,
                        BodyPublishers.ofInputStream(() ->
                                new ByteArrayInputStream(order().toString().getBytes(UTF_8))))
                .isAccepted();
        assertThat(onlySubmission().totalMinor()).isEqualTo(1530);
    }

    @Test
    void aBodyMayComeByteByByte() throws IOException {
        String body = order().toString();
        try (RawConnection connection = RawConnection.to(SERVER.port(), Duration.ofSeconds(10))) {
            connection.write("POST /v1/orders HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                    + "Idempotency-Key: " + key + "\r\nTransfer-Encoding: chunked\r\n\r\n");
            for (int at = 0; at < body.length(); at++) {
                connection.write("1\r\n" + body.charAt(at) + "\r\n");
            }
            connection.write("0\r\n\r\n");
            assertThat(connection.read()).startsWith("HTTP/1.1 202 ");
        }
    }

    @Test
    void oneConnectionServesManyRequests() throws IOException {
        String body = order().toString();
        try (RawConnection connection = RawConnection.to(SERVER.port(), Duration.ofSeconds(10))) {
            for (int request = 0; request < 3; request++) {
                connection.write(request("/v1/orders", "Idempotency-Key: " + key, body));
                assertThat(connection.read()).startsWith("HTTP/1.1 202 ");
                connection.write(request("/v1/orders", "Idempotency-Key: " + key, "{}"));
                assertThat(connection.read()).startsWith("HTTP/1.1 400 ");
                connection.write(request("/v1/nothing", "Idempotency-Key: " + key, body));
                assertThat(connection.read()).startsWith("HTTP/1.1 404 ");
            }
        }
        assertThat(SERVER.intake().published()).hasSize(3);
    }

    @Test
    void theClientMayAskBeforeItSendsTheBody() throws IOException {
        String body = order().toString();
        try (RawConnection connection = RawConnection.to(SERVER.port(), Duration.ofSeconds(10))) {
            connection.write(
                    "POST /v1/orders HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + "Idempotency-Key: "
                            + key + "\r\nExpect: 100-continue\r\nContent-Length: " + body.length() + "\r\n\r\n");
            assertThat(connection.read()).startsWith("HTTP/1.1 100 ");
            connection.write(body);
            assertThat(connection.read()).startsWith("HTTP/1.1 202 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json; charset=utf-8", "Application/JSON"})
    void theMediaTypeIsJsonHoweverItIsWritten(String mediaType) {
        SERVER.send(
                        "POST",
                        "/v1/orders",
                        BodyPublishers.ofString(order().toString()),
                        "Content-Type",
                        mediaType,
                        "Idempotency-Key",
                        key)
                .isAccepted();
    }

    @Test
    void theKeyAndTheStoreMakeTheOrder() {
        String longest = "!~" + "x".repeat(253);
        assertThat(SERVER.submit(longest, order().toString()).isAccepted()).isEqualTo(OrderIds.of("shop", longest));
        assertThat(SERVER.submit(longest, order().with("storeId", "\"other\"").toString())
                        .isAccepted())
                .isEqualTo(OrderIds.of("other", longest));
    }

    @Test
    void aRequestWaitsOnAVirtualThread() {
        SERVER.submit(key, order().toString()).isAccepted();
        assertThat(SERVER.intake().callers()).hasSize(1).allMatch(Thread::isVirtual);
    }

    @Test
    void aCancellationIsPublished() {
        SERVER.post("/v1/orders/" + ORDER_ID + "/cancellation", "{\"reason\":\"too late\"}", "Idempotency-Key", "c-1")
                .isAccepted();
        SERVER.post(
                        "/v1/orders/" + ORDER_ID + "/cancellation",
                        "{\"reason\":\"\",\"requestedBy\":\"customer\"}",
                        "Idempotency-Key",
                        "c-2")
                .isAccepted();

        assertThat(published(CancellationRequested.class))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("meta")
                .containsExactly(
                        new CancellationRequested(metaOfFirst(), "c-1", "too late", "storefront"),
                        new CancellationRequested(metaOfFirst(), "c-2", "", "customer"));
        assertThat(metaOfFirst().orderId()).isEqualTo(ORDER_ID);
        assertThat(metaOfFirst().storeId()).isEmpty();
    }

    @Test
    void aShipmentIsPublished() {
        Json all = Json.shipment().with("carrier", "\"DHL\"").with("trackingCode", "\"JD01\"");
        assertThat(SERVER.post(
                                "/v1/orders/" + ORDER_ID + "/shipments",
                                Json.shipment().toString())
                        .isAccepted())
                .isEqualTo(ORDER_ID);
        SERVER.post("/v1/orders/" + ORDER_ID + "/shipments", all.toString()).isAccepted();

        assertThat(published(ShipmentDispatched.class))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("meta")
                .containsExactly(
                        new ShipmentDispatched(metaOfFirst(), "s-1", List.of(new ShippedLine(1, 6)), null, null),
                        new ShipmentDispatched(metaOfFirst(), "s-1", List.of(new ShippedLine(1, 6)), "DHL", "JD01"));
        assertThat(metaOfFirst().orderId()).isEqualTo(ORDER_ID);
    }

    @Test
    void aReturnIsPublished() {
        Json all = Json.returned()
                .with(
                        "lines",
                        "[{\"lineNumber\":1,\"quantity\":2,\"restock\":false},{\"lineNumber\":2,\"quantity\":1,\"restock\":null}]")
                .with("reason", "\"broken\"");
        SERVER.post("/v1/orders/" + ORDER_ID + "/returns", Json.returned().toString())
                .isAccepted();
        SERVER.post("/v1/orders/" + ORDER_ID + "/returns", all.toString()).isAccepted();

        assertThat(published(ReturnReceived.class))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("meta")
                .containsExactly(
                        new ReturnReceived(metaOfFirst(), "r-1", List.of(new ReturnedLine(1, 2, true)), null),
                        new ReturnReceived(
                                metaOfFirst(),
                                "r-1",
                                List.of(new ReturnedLine(1, 2, false), new ReturnedLine(2, 1, true)),
                                "broken"));
    }

    private static OrderSubmitted onlySubmission() {
        assertThat(SERVER.intake().published()).hasSize(1);
        return (OrderSubmitted) SERVER.intake().published().getFirst();
    }

    private static <T> List<T> published(Class<T> type) {
        return SERVER.intake().published().stream().map(type::cast).toList();
    }

    private static Meta metaOfFirst() {
        return SERVER.intake().published().getFirst().meta();
    }

    private static String request(String path, String header, String body) {
        return "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + header
                + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }
}
