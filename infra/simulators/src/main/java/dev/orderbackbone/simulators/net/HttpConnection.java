package dev.orderbackbone.simulators.net;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection: request, answer, request, answer, until one side has had enough. */
final class HttpConnection {

    private static final Logger LOG = LoggerFactory.getLogger(HttpConnection.class);
    private static final int CHUNK_BYTES = 65_536;

    private final Socket socket;
    private final HttpService service;
    private final HttpInput input;
    private final OutputStream output;

    HttpConnection(Socket socket, HttpService service) throws IOException {
        this.socket = socket;
        this.service = service;
        this.output = socket.getOutputStream();
        this.input = new HttpInput(socket.getInputStream(), output);
    }

    void serve() throws IOException {
        try {
            for (HttpRequest request = input.next(); request != null; request = input.next()) {
                if (!deliver(answer(request)) || "close".equalsIgnoreCase(request.header("Connection"))) {
                    return;
                }
            }
        } catch (BadRequest e) {
            write(e.answer());
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }

    private HttpAnswer answer(HttpRequest request) throws InterruptedException {
        try {
            return service.answer(request);
        } catch (RuntimeException e) {
            LOG.error("{} {} failed", request.method(), request.path(), e);
            return HttpAnswer.error(500, "simulator_failed", String.valueOf(e.getMessage()));
        }
    }

    /** Returns whether the connection goes on. */
    private boolean deliver(HttpAnswer answer) throws IOException, InterruptedException {
        return switch (answer) {
            case HttpAnswer.Content content -> {
                write(content);
                yield true;
            }
            case HttpAnswer.FileContent content -> {
                write(content);
                yield true;
            }
            case HttpAnswer.Twice(HttpAnswer.Content content) -> {
                write(content);
                write(content);
                yield false;
            }
            case HttpAnswer.Followed(HttpAnswer.Content content, Runnable afterwards) -> {
                write(content);
                afterwards.run();
                yield true;
            }
            case HttpAnswer.Silence silence -> {
                Thread.sleep(silence.hold());
                yield false;
            }
            case HttpAnswer.Reset reset -> {
                reset();
                yield false;
            }
        };
    }

    private void write(HttpAnswer.Content content) throws IOException {
        StringBuilder head = head(content.status(), content.contentType(), content.body().length);
        for (String header : content.headers()) {
            head.append(header).append("\r\n");
        }
        ByteArrayOutputStream message = new ByteArrayOutputStream(512 + content.body().length);
        message.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        message.writeBytes(content.body());
        // one write, so one packet
        output.write(message.toByteArray());
    }

    private void write(HttpAnswer.FileContent content) throws IOException {
        StringBuilder head = head(200, content.contentType(), content.lengthBytes());
        output.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        try (InputStream file = Files.newInputStream(content.file())) {
            byte[] chunk = new byte[CHUNK_BYTES];
            for (long left = content.lengthBytes(); left > 0; ) {
                int read = file.read(chunk, 0, (int) Math.min(chunk.length, left));
                if (read < 0) {
                    throw new IOException("the file became shorter while it was being sent");
                }
                output.write(chunk, 0, read);
                left -= read;
            }
        }
    }

    private static StringBuilder head(int status, String contentType, long lengthBytes) {
        return new StringBuilder(256)
                .append("HTTP/1.1 ")
                .append(status)
                .append(" \r\nContent-Type: ")
                .append(contentType)
                .append("\r\nContent-Length: ")
                .append(lengthBytes)
                .append("\r\n");
    }

    private void reset() throws IOException {
        // closing with nothing left to linger for makes the kernel send RST instead of FIN
        socket.setSoLinger(true, 0);
    }
}
