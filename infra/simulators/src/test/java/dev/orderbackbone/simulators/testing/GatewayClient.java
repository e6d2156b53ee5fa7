package dev.orderbackbone.simulators.testing;

import dev.orderbackbone.simulators.json.Json;
import dev.orderbackbone.simulators.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Speaks to the gateway as a shop would, with the JDK's client. */
public final class GatewayClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final URI gateway;

    public GatewayClient(URI gateway) {
        this.gateway = gateway;
    }

    /** An answer. */
    public record Answer(int status, String body, boolean replayed) {

        public JsonObject json() {
            return Json.read(body.getBytes(StandardCharsets.UTF_8));
        }

        public String id() {
            return json().text("id");
        }

        public String code() {
            return json().text("code");
        }
    }

    public Answer authorize(String key, String reference, long amountMinor, String paymentMethod)
            throws IOException, InterruptedException {
        return post(key, "/v1/authorizations", authorization(reference, amountMinor, paymentMethod));
    }

    public Answer capture(String key, String authorizationId, long amountMinor)
            throws IOException, InterruptedException {
        return post(key, "/v1/authorizations/" + authorizationId + "/captures", amount(amountMinor));
    }

    public Answer voidRest(String key, String authorizationId) throws IOException, InterruptedException {
        return post(key, "/v1/authorizations/" + authorizationId + "/void", "{}");
    }

    public Answer refund(String key, String authorizationId, long amountMinor)
            throws IOException, InterruptedException {
        return post(key, "/v1/authorizations/" + authorizationId + "/refunds", amount(amountMinor));
    }

    public Answer ask(String key) throws IOException, InterruptedException {
        return get("/v1/requests/" + key);
    }

    public JsonObject summary() throws IOException, InterruptedException {
        return get("/v1/summary").json();
    }

    public long counted(String group, String what) throws IOException, InterruptedException {
        return summary().object(group).whole(what);
    }

    public Answer putFaults(String json) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(gateway.resolve("/v1/faults"))
                .timeout(PATIENCE)
                .PUT(BodyPublishers.ofString(json))
                .build());
    }

    public Answer get(String path) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(gateway.resolve(path)).timeout(PATIENCE).build());
    }

    public Answer post(String key, String path, String body) throws IOException, InterruptedException {
        return send(request(key, path, body, PATIENCE));
    }

    public CompletableFuture<Answer> postLater(String key, String path, String body) {
        return http.sendAsync(request(key, path, body, PATIENCE), BodyHandlers.ofString())
                .thenApply(GatewayClient::answer);
    }

    /** Sends an authorisation and gives up soon. */
    public Answer authorizeImpatiently(String key, String paymentMethod) throws IOException, InterruptedException {
        return send(request(
                key, "/v1/authorizations", authorization("order-" + key, 100, paymentMethod), Duration.ofSeconds(1)));
    }

    public static String authorization(String reference, long amountMinor, String paymentMethod) {
        return """
                {"reference":"%s","amountMinor":%d,"currency":"GBP","paymentMethod":"%s"}""".formatted(reference, amountMinor, paymentMethod);
    }

    private static String amount(long amountMinor) {
        return "{\"amountMinor\":" + amountMinor + ",\"currency\":\"GBP\"}";
    }

    private HttpRequest request(String key, String path, String body, Duration patience) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(patience)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private Answer send(HttpRequest request) throws IOException, InterruptedException {
        return answer(http.send(request, BodyHandlers.ofString()));
    }

    private static Answer answer(HttpResponse<String> response) {
        boolean replayed =
                response.headers().firstValue("Idempotent-Replayed").orElse("").equals("true");
        return new Answer(response.statusCode(), response.body(), replayed);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
