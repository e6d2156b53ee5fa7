package dev.orderbackbone.simulators.net;

import dev.orderbackbone.simulators.json.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What happens on the connection in answer to a request, including the ways in which a server can fail to answer. */
public sealed interface HttpAnswer {

    /** A body. */
    final class Content implements HttpAnswer {

        private final int status;
        private final String contentType;
        private final byte[] body;
        private final List<String> headers;

        private Content(int status, String contentType, byte[] body, List<String> headers) {
            this.status = status;
            this.contentType = contentType;
            this.body = body;
            this.headers = headers;
        }

        /** The same with one more header line, without its line end. */
        public Content with(String headerLine) {
            List<String> more =
                    Stream.concat(headers.stream(), Stream.of(headerLine)).toList();
            return new Content(status, contentType, body, more);
        }

        public int status() {
            return status;
        }

        /** The body as text. */
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        String contentType() {
            return contentType;
        }

        byte[] body() {
            return body;
        }

        List<String> headers() {
            return headers;
        }
    }

    /** The first bytes of a file. */
    record FileContent(String contentType, Path file, long lengthBytes) implements HttpAnswer {}

    /** The same answer written twice, as by a confused intermediary; then the connection ends. */
    record Twice(Content content) implements HttpAnswer {}

    /** An answer after which something is done. */
    record Followed(Content content, Runnable afterwards) implements HttpAnswer {}

    /** No answer: the connection stays open for a while and then ends. */
    record Silence(Duration hold) implements HttpAnswer {}

    /** No answer: the connection is reset at once. */
    record Reset() implements HttpAnswer {}

    static Content json(int status, byte[] body) {
        return new Content(status, "application/json", body, List.of());
    }

    static Content json(int status, Json.Fields fields) {
        return json(status, Json.write(fields));
    }

    /** An error in the one form that all of them have. */
    static Content error(int status, String code, String message) {
        return json(status, json -> {
            json.writeStringField("code", code);
            json.writeStringField("message", message);
        });
    }
}
