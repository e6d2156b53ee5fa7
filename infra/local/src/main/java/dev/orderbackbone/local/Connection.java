package dev.orderbackbone.local;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;

/** A connection to a port of this machine that gives up soon. Probes speak through it: a client library would cost more than the question. */
final class Connection implements AutoCloseable {

    private static final int CONNECT_MS = 200;
    private static final int READ_MS = 1_000;

    private final Socket socket = new Socket();
    final DataInputStream in;
    final DataOutputStream out;

    Connection(int port) throws IOException {
        try {
            socket.connect(Loopback.port(port), CONNECT_MS);
            socket.setSoTimeout(READ_MS);
            in = new DataInputStream(socket.getInputStream());
            out = new DataOutputStream(socket.getOutputStream());
        } catch (IOException e) {
            socket.close();
            throw new IOException("port " + port + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
