package dev.orderbackbone.payment.adapter;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers the requests of each connection with the bytes that a test wants, the last of them again and again; bodies are not read. */
final class ScriptedServer implements AutoCloseable {
    private final ServerSocket listening;
    private final String scheme;
    private final List<String> answers;
    private final List<Socket> accepted = new CopyOnWriteArrayList<>();
    private final List<IOException> failures = new CopyOnWriteArrayList<>();

    ScriptedServer(ServerSocket listening, String scheme, String... answers) {
        this.listening = listening;
        this.scheme = scheme;
        this.answers = List.of(answers);
        Thread.ofVirtual().start(this::accept);
    }

    static String ok(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    URI address() {
        return URI.create(scheme + "://127.0.0.1:" + listening.getLocalPort());
    }

    int connections() {
        return accepted.size();
    }

    /** Why connections broke, or never were. */
    List<IOException> failures() {
        return failures;
    }

    /** Sends something on the first connection that nobody asked for. */
    void sendUnasked(String bytes) throws IOException {
        accepted.getFirst().getOutputStream().write(bytes.getBytes(US_ASCII));
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : accepted) {
            socket.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listening.accept();
                accepted.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException closed) {
            if (!listening.isClosed()) {
                throw new UncheckedIOException(closed);
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            for (int request = 0; readRequest(socket.getInputStream()); request++) {
                String answer = answers.get(Math.min(request, answers.size() - 1));
                socket.getOutputStream().write(answer.getBytes(US_ASCII));
            }
        } catch (IOException refused) {
            failures.add(refused);
        }
    }

    private static boolean readRequest(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return false;
            }
            head.append((char) next);
        }
        return true;
    }
}
