package dev.orderbackbone.operator.demo;

import dev.orderbackbone.operator.CommandFailure;
import dev.orderbackbone.schemas.http.TimedExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Lets the payment gateway simulator misbehave as gateways do: 2 % of the authorisations are declined, 0.2 % of the requests are carried out and
 * never answered, 0.5 % fail with a 500 before or after they were carried out. Back to its own settings when closed.
 */
final class GatewayFaults implements AutoCloseable {
    private static final String AS_IT_WAS = "{}";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OK = 200;

    private final URI address;
    private final HttpClient http = HttpClient.newHttpClient();

    private GatewayFaults(URI address) {
        this.address = address;
    }

    static GatewayFaults begin(String gateway, long seed) {
        GatewayFaults faults = new GatewayFaults(URI.create(gateway + "/v1/faults"));
        faults.put("{\"declinePercent\":2,\"timeoutAfterChargePercent\":0.2,\"errorBeforeChargePercent\":0.25,"
                + "\"errorAfterChargePercent\":0.25,\"seed\":" + seed + "}");
        return faults;
    }

    @Override
    public void close() {
        put(AS_IT_WAS);
        http.close();
    }

    private void put(String body) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = TimedExchange.send(http, request, BodyHandlers.ofString(), PATIENCE);
            if (response.statusCode() != OK) {
                throw new CommandFailure("the payment gateway does not take its faults: " + response.body());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException failure) {
            throw new CommandFailure("the payment gateway simulator cannot be reached at " + address, failure);
        }
    }
}
