package dev.orderbackbone.orderevents.adapter.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that are no UTF-8, that are too many, or that want to overwhelm the reader. */
class BadBytesTest {
    private static final int LIMIT_BYTES = 1024 * 1024;

    @RegisterExtension
    static final IntakeServer SERVER = IntakeServer.standard();

    @AfterEach
    void nothingIsPublishedAndTheServerGoesOn() {
        assertThat(SERVER.intake().published()).isEmpty();
        SERVER.submit("afterwards", Json.order().toString()).isAccepted();
    }

    @Test
    void aByteOrderMarkIsRefused() {
        submit(("\ufeff" + Json.order()).getBytes(UTF_8)).isProblem(400, "encoding", "");
    }

    @Test
    void utf16IsRefused() {
        submit(encoded(UTF_16)).isProblem(400, "encoding", "");
        submit(encoded(UTF_16LE)).isProblem(400, "json", "");
        submit(encoded(Charset.forName("UTF-32"))).isProblem(400, "json", "");
    }

    @Test
    void otherEncodingsAreRefused() {
        submit(Json.order().with("customerId", "\"Zoë\"").toString().getBytes(ISO_8859_1))
                .isProblem(400, "encoding", "");
    }

    /** Overlong forms, halves of characters, a character beyond the last, a lone continuation, a character cut off. */
    @ParameterizedTest
    @ValueSource(strings = {"c080", "c1bf", "e08080", "f0808080", "eda080", "edb080", "f4908080", "ff", "80", "e282"})
    void invalidUtf8IsRefused(String hex) {
        submit(orderWith(HexFormat.of().parseHex(hex))).isProblem(400, "encoding", "");
    }

    @Test
    @Timeout(10)
    void aHundredThousandNestedArraysAreRefusedAtOnce() {
        submit("[".repeat(100_000)).isProblem(400, "type", "");
        submit(Json.order().with("lines", "[".repeat(100_000))).isProblem(400, "type", "/lines/0");
        submit(Json.order().with("contact", "{\"name\":" + "[".repeat(100_000)))
                .isProblem(400, "type", "/contact/name");
        submit("{\"a\":".repeat(100_000)).isProblem(400, "unknown-field", "/a");
    }

    @Test
    @Timeout(10)
    void anEndlessNumberOrStringIsRefusedAtOnce() {
        submit(Json.order().with("totalMinor", "9".repeat(1_000_000))).isProblem(400, "json-limit", "");
        submit(Json.order().with("totalMinor", "1e" + "9".repeat(999))).isProblem(400, "type", "/totalMinor");
        submit(Json.order().with("storeId", "\"" + "x".repeat(1_000_000) + "\""))
                .isProblem(400, "json-limit", "");
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        submit(order(LIMIT_BYTES + 1)).isProblem(413, "request-entity-too-large", "");
        submit(order(8 * LIMIT_BYTES)).isProblem(413, "request-entity-too-large", "");
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedInChunksAsWell() {
        SERVER.submit("key", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(order(LIMIT_BYTES + 1))))
                .isProblem(413, "request-entity-too-large", "");
    }

    @Test
    void aCompressedBodyIsMeasuredUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(order(64 * LIMIT_BYTES));
        }
        Reply reply =
                SERVER.post("/v1/orders", packed.toByteArray(), "Idempotency-Key", "key", "Content-Encoding", "gzip");
        assertThat(reply.status()).isIn(400, 413, 415);
    }

    @Test
    void whatIsNotCompressedAsItSaysIsRefused() {
        for (String encoding : new String[] {"gzip", "deflate"}) {
            SERVER.post("/v1/orders", order(500), "Idempotency-Key", "key", "Content-Encoding", encoding)
                    .isProblem(400, "content-encoding", "Content-Encoding");
        }
    }

    @Test
    void aClientThatGoesAwayInTheMiddleHarmsNobody() throws IOException {
        try (RawConnection connection = RawConnection.to(SERVER.port(), Duration.ofSeconds(10))) {
            connection.write("POST /v1/orders HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                    + "Idempotency-Key: key\r\nContent-Length: 500\r\n\r\n{\"storeId\":");
        }
    }

    private static Reply submit(byte[] body) {
        return SERVER.post("/v1/orders", body, "Idempotency-Key", "key");
    }

    private static Reply submit(Object body) {
        return submit(body.toString().getBytes(UTF_8));
    }

    private static byte[] encoded(Charset charset) {
        return Json.order().toString().getBytes(charset);
    }

    /** An order whose customer is made of those bytes. */
    private static byte[] orderWith(byte[] customer) {
        String order = Json.order().with("customerId", "\"?\"").toString();
        int at = order.indexOf('?');
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(order.substring(0, at).getBytes(UTF_8));
        bytes.writeBytes(customer);
        bytes.writeBytes(order.substring(at + 1).getBytes(UTF_8));
        return bytes.toByteArray();
    }

    /** A good order with so many spaces after it that it is that long. */
    private static byte[] order(int bytes) {
        String order = Json.order().toString();
        return (order + " ".repeat(bytes - order.length())).getBytes(UTF_8);
    }
}
