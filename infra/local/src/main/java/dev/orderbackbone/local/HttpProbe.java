package dev.orderbackbone.local;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import org.jspecify.annotations.Nullable;

/** Ready when a GET is answered with 200. */
public record HttpProbe(int port, String path) implements Probe {

    @Override
    public void check() throws IOException {
        try (Connection connection = new Connection(port)) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\n\r\n";
            connection.out.write(request.getBytes(US_ASCII));
            @Nullable String status = new BufferedReader(new InputStreamReader(connection.in, US_ASCII)).readLine();
            if (status == null || !status.startsWith("HTTP/1.1 200")) {
                throw new IOException(path + " on port " + port + " answered " + status);
            }
        }
    }
}
