package dev.orderbackbone.acceptance.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A setting of a simulator that can be changed while it runs. */
public final class Switch {
    private static final int OK = 200;

    private final URI address;

    Switch(URI address) {
        this.address = address;
    }

    /** A setting that is put back when this is closed. */
    public interface Changed extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Changes it.
     *
     * @param during JSON to be put now.
     * @param afterwards JSON to be put when closed.
     */
    public Changed to(String during, String afterwards) {
        put(during);
        return () -> put(afterwards);
    }

    private void put(String json) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != OK) {
                throw new IllegalStateException(address + " does not take " + json + ": " + response.body());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while switching " + address, interrupted);
        }
    }
}
