package dev.orderbackbone.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Ready when the server answers on its port and has noted in its lock file that it takes connections (pg_ctl waits for
 * the same note). Asked in this order: after a crash an old note stands there until the new server listens.
 */
record PostgresProbe(int port, Path data) implements Probe {

    private static final int SSL_REQUEST_LENGTH = 8;
    private static final int SSL_REQUEST = 80877103;

    @Override
    public void check() throws IOException {
        try (Connection connection = new Connection(port)) {
            connection.out.writeInt(SSL_REQUEST_LENGTH);
            connection.out.writeInt(SSL_REQUEST);
            connection.out.flush();
            int answer = connection.in.readUnsignedByte();
            if (answer != 'N' && answer != 'S') {
                throw new IOException("port " + port + " does not speak PostgreSQL");
            }
        }
        List<String> notes = Files.readAllLines(data.resolve("postmaster.pid"));
        if (!notes.getLast().strip().equals("ready")) {
            throw new IOException("PostgreSQL is " + notes.getLast().strip());
        }
    }
}
