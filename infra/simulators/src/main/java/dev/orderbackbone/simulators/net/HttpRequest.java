package dev.orderbackbone.simulators.net;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One request as it arrived: its head, read on demand, and its body. */
public final class HttpRequest {

    private final String head;
    private final String method;
    private final String target;
    private final byte[] body;

    HttpRequest(String head, String method, String target, byte[] body) {
        this.head = head;
        this.method = method;
        this.target = target;
        this.body = body;
    }

    /** A request as a test would make it. */
    public static HttpRequest of(String method, String target, String body) {
        return new HttpRequest("", method, target, body.getBytes(StandardCharsets.UTF_8));
    }

    public String method() {
        return method;
    }

    /** The path, without a query, as it was sent: still percent-encoded. */
    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** The value of the first header of that name, whatever its case. */
    public @Nullable String header(String name) {
        return HttpHead.header(head, name);
    }

    public byte[] body() {
        return body;
    }
}
