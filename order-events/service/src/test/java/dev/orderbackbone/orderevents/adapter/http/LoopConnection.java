package dev.orderbackbone.orderevents.adapter.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/** As little of an HTTP client as a benchmark needs: one request at a time on one connection, each answered in one piece. */
final class LoopConnection implements AutoCloseable {
    private static final int STATUS_AT = "HTTP/1.1 ".length();

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[8 * 1024];

    LoopConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    /** Sends both parts as one and waits for the answer. */
    void send(String head, byte[] rest) throws IOException {
        byte[] first = head.getBytes(ISO_8859_1);
        System.arraycopy(first, 0, buffer, 0, first.length);
        System.arraycopy(rest, 0, buffer, first.length, rest.length);
        out.write(buffer, 0, first.length + rest.length);
        if (in.read(buffer) < 0) {
            throw new EOFException();
        }
    }

    /** Of the last answer. */
    int status() {
        return (buffer[STATUS_AT] - '0') * 100 + (buffer[STATUS_AT + 1] - '0') * 10 + buffer[STATUS_AT + 2] - '0';
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
