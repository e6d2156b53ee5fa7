package dev.orderbackbone.benchmarks.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;

/** One connection. Not thread-safe. */
final class Connection {
    private static final int PATIENCE_MS = 120_000;
    private static final int LONGEST_HEAD_BYTES = 8_192;
    private static final int STATUS_FROM = "HTTP/1.1 ".length();
    private static final int STATUS_TO = STATUS_FROM + 3;
    private static final String CONTENT_LENGTH = "\ncontent-length:";

    private final Socket socket;
    private final InputStream input;
    private final byte[] buffer = new byte[LONGEST_HEAD_BYTES];
    private int filled;

    private Connection(Socket socket) throws IOException {
        this.socket = socket;
        this.input = socket.getInputStream();
    }

    static Connection open(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MS);
            return new Connection(socket);
        } catch (IOException broken) {
            socket.close();
            throw broken;
        }
    }

    Response exchange(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        filled = 0;
        int headBytes = readHead();
        String head = new String(buffer, 0, headBytes, ISO_8859_1);
        if (head.length() < STATUS_TO) {
            throw new IOException("no status line: " + head);
        }
        int status = Integer.parseInt(head, STATUS_FROM, STATUS_TO, 10);
        return new Response(status, new String(readBody(headBytes, lengthIn(head)), UTF_8));
    }

    void close() {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is not used any more, one way or the other.
        }
    }

    /** The number of bytes up to and with the empty line. */
    private int readHead() throws IOException {
        int searched = 0;
        while (true) {
            for (; searched + 3 < filled; searched++) {
                if (buffer[searched] == '\r'
                        && buffer[searched + 1] == '\n'
                        && buffer[searched + 2] == '\r'
                        && buffer[searched + 3] == '\n') {
                    return searched + 4;
                }
            }
            if (filled == buffer.length) {
                throw new IOException("more than " + buffer.length + " bytes of headers");
            }
            int read = input.read(buffer, filled, buffer.length - filled);
            if (read < 0) {
                throw new EOFException("the connection was closed");
            }
            filled += read;
        }
    }

    private byte[] readBody(int from, int length) throws IOException {
        byte[] body = Arrays.copyOfRange(buffer, from, from + length);
        int missingFrom = Math.min(length, filled - from);
        if (input.readNBytes(body, missingFrom, length - missingFrom) < length - missingFrom) {
            throw new EOFException("the connection was closed within a body");
        }
        return body;
    }

    private static int lengthIn(String head) throws IOException {
        for (int at = head.indexOf('\n'); at >= 0; at = head.indexOf('\n', at + 1)) {
            if (head.regionMatches(true, at, CONTENT_LENGTH, 0, CONTENT_LENGTH.length())) {
                int end = head.indexOf('\r', at);
                return Integer.parseInt(
                        head.substring(at + CONTENT_LENGTH.length(), end).strip());
            }
        }
        throw new IOException("an answer without Content-Length: " + head);
    }
}
