package dev.orderbackbone.benchmarks.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/** The bytes of a request. */
public final class Request {
    private Request() {}

    /**
     * A POST of JSON.
     *
     * @param idempotencyKey goes into the header of that name.
     */
    public static byte[] post(String path, String idempotencyKey, String json) {
        byte[] body = json.getBytes(UTF_8);
        byte[] head = ("POST " + path
                        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nIdempotency-Key: "
                        + idempotencyKey + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(ISO_8859_1);
        byte[] request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }
}
