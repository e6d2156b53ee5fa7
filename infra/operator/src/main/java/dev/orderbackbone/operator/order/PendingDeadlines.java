package dev.orderbackbone.operator.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.orderbackbone.runtime.KeyDeadline;
import dev.orderbackbone.schemas.http.TimedExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * When services look at an order again though nothing comes in, as their processes say.
 *
 * @param held what they say, in the order in which they were asked; of each order at most one process of a service holds it.
 * @param unknown processes that could not say it, each a sentence.
 */
record PendingDeadlines(List<KeyDeadline> held, List<String> unknown) {
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(2);
    private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(5);
    private static final String PATH = "/deadlines/";
    private static final int OK = 200;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * Asks all of them.
     *
     * @param services addresses of all processes.
     */
    static PendingDeadlines of(List<URI> services, String orderId) throws InterruptedException {
        List<KeyDeadline> held = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        try (HttpClient http =
                HttpClient.newBuilder().connectTimeout(CONNECT_PATIENCE).build()) {
            for (URI service : services) {
                ask(http, service.resolve(PATH + orderId), held, unknown);
            }
        }
        return new PendingDeadlines(held, unknown);
    }

    private static void ask(HttpClient http, URI address, List<KeyDeadline> held, List<String> unknown)
            throws InterruptedException {
        try {
            HttpResponse<String> answer = TimedExchange.send(
                    http, HttpRequest.newBuilder(address).build(), BodyHandlers.ofString(), ANSWER_PATIENCE);
            if (answer.statusCode() != OK) {
                unknown.add("deadlines are not known: " + address + " answers " + answer.statusCode());
                return;
            }
            KeyDeadline found = JSON.readValue(answer.body(), KeyDeadline.class);
            if (found.held()) {
                held.add(found);
            }
        } catch (JsonProcessingException noService) {
            unknown.add("deadlines are not known: " + address + " does not answer as a service does");
        } catch (IOException failure) {
            unknown.add("deadlines are not known: " + address + " does not answer: " + failure);
        }
    }
}
