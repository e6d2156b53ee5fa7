package dev.orderbackbone.simulators.net;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Takes requests off a connection, one after the other. */
final class HttpInput {

    private static final int MAX_HEAD_BYTES = 16_384;
    private static final int MAX_BODY_BYTES = 65_536;
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final InputStream input;
    private final OutputStream output;
    private final byte[] buffer = new byte[MAX_HEAD_BYTES];
    private int filled;

    HttpInput(InputStream input, OutputStream output) {
        this.input = input;
        this.output = output;
    }

    /** The next request, or null when the client has closed the connection between two requests. */
    @Nullable
    HttpRequest next() throws IOException, BadRequest {
        int headBytes = awaitHead();
        if (headBytes == 0) {
            return null;
        }
        String head = new String(buffer, 0, headBytes, StandardCharsets.ISO_8859_1);
        consume(headBytes);
        String[] start = head.substring(0, head.indexOf('\n')).strip().split(" ", -1);
        if (start.length != 3 || !start[2].startsWith("HTTP/1.")) {
            throw new BadRequest(400, "malformed_request", "the first line is not an HTTP/1.1 request line");
        }
        return new HttpRequest(head, start[0], start[1], body(head));
    }

    private int awaitHead() throws IOException, BadRequest {
        int searched = 0;
        while (true) {
            int end = headEnd(searched);
            if (end > 0) {
                return end;
            }
            searched = Math.max(0, filled - 3);
            if (filled == buffer.length) {
                throw new BadRequest(431, "headers_too_large", "at most " + MAX_HEAD_BYTES + " bytes of headers");
            }
            int read = input.read(buffer, filled, buffer.length - filled);
            if (read < 0) {
                return 0;
            }
            filled += read;
        }
    }

    private int headEnd(int from) {
        for (int i = from; i + 3 < filled; i++) {
            if (buffer[i] == '\r' && buffer[i + 1] == '\n' && buffer[i + 2] == '\r' && buffer[i + 3] == '\n') {
                return i + 4;
            }
        }
        return 0;
    }

    private byte[] body(String head) throws IOException, BadRequest {
        byte[] body = new byte[bodyLength(head)];
        int buffered = Math.min(body.length, filled);
        System.arraycopy(buffer, 0, body, 0, buffered);
        consume(buffered);
        if (buffered < body.length) {
            readRest(head, body, buffered);
        }
        return body;
    }

    private void readRest(String head, byte[] body, int from) throws IOException {
        if (from == 0 && "100-continue".equalsIgnoreCase(HttpHead.header(head, "Expect"))) {
            output.write(CONTINUE);
        }
        if (input.readNBytes(body, from, body.length - from) < body.length - from) {
            throw new EOFException("the connection ended within a body");
        }
    }

    private static int bodyLength(String head) throws BadRequest {
        if (HttpHead.header(head, "Transfer-Encoding") != null) {
            throw new BadRequest(411, "length_required", "send a Content-Length, not a Transfer-Encoding");
        }
        String length = HttpHead.header(head, "Content-Length");
        if (length == null) {
            return 0;
        }
        if (length.isEmpty() || length.length() > 18 || !length.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new BadRequest(400, "malformed_request", "Content-Length is not a number");
        }
        if (Long.parseLong(length) > MAX_BODY_BYTES) {
            throw new BadRequest(413, "body_too_large", "at most " + MAX_BODY_BYTES + " bytes");
        }
        return Integer.parseInt(length);
    }

    private void consume(int bytes) {
        System.arraycopy(buffer, bytes, buffer, 0, filled - bytes);
        filled -= bytes;
    }
}
