package dev.orderbackbone.operator.backup;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.orderbackbone.operator.CommandFailure;
import dev.orderbackbone.operator.log.Cluster;
import dev.orderbackbone.runtime.Standstill;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** Makes services stand still together: each through its own management address. To be closed, which lets them go on. */
final class Standstills implements AutoCloseable {
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(2);
    private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(5);
    private static final Duration UNTIL_COMMITTED = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);
    private static final int OK = 200;
    private static final String PATH = "/standstill";
    /** An id that no standstill has. */
    private static final String NOBODYS = "none";

    private static final String REQUEST = "{\"seconds\":10}";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_PATIENCE).build();
    private final List<URI> reached = new ArrayList<>();
    private final List<String> unreached = new ArrayList<>();
    private final List<Held> held = new ArrayList<>();

    /** A process that stands still, and what it said last. */
    private record Held(URI service, Standstill last) {}

    private Standstills() {}

    /**
     * Connects; nobody stands still yet. An address that does not answer, or is no service's, is remembered.
     *
     * @param services addresses of all processes.
     */
    static Standstills of(List<URI> services) throws InterruptedException {
        Standstills all = new Standstills();
        all.sendAll(
                services,
                service -> request(service, NOBODYS, "GET"),
                (service, answer) -> all.reached.add(service),
                silence -> all.unreached.add(String.valueOf(silence.getMessage())));
        return all;
    }

    /** Begins at all addresses that answered. */
    void begin() throws InterruptedException {
        sendAll(
                reached,
                service -> HttpRequest.newBuilder(service.resolve(PATH))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(REQUEST))
                        .build(),
                (service, answer) -> held.add(new Held(service, answer)));
    }

    /**
     * Returns when no transaction is open any more.
     *
     * @throws CommandFailure if one stays open.
     */
    void awaitStill() throws InterruptedException {
        long deadline = System.nanoTime() + UNTIL_COMMITTED.toNanos();
        while (held.stream().anyMatch(each -> each.last().openTransactions() > 0)) {
            if (System.nanoTime() - deadline > 0) {
                throw new CommandFailure("a transaction is open for more than " + UNTIL_COMMITTED.toSeconds() + " s: "
                        + held.stream().map(Held::last).toList());
            }
            Thread.sleep(BETWEEN_LOOKS);
            lookAgain();
        }
    }

    /** The members of the services' groups that do not stand still, each with its group; none if all do. */
    List<String> whoDoesNot(Cluster cluster) throws InterruptedException {
        Set<String> still = new HashSet<>();
        held.forEach(each -> still.addAll(each.last().members()));
        List<String> others = new ArrayList<>();
        List<String> services =
                Inventory.deciders().stream().map(decider -> decider.name()).toList();
        cluster.membersOf(services)
                .forEach((service, members) -> members.stream()
                        .filter(member -> !still.contains(member.clientId()))
                        .forEach(member -> others.add(service + ": " + member)));
        return others;
    }

    /** Addresses where nobody could be made to stand still, each with the reason. */
    List<String> unreached() {
        return unreached;
    }

    /** Whether anybody stands still. */
    boolean isAnyHeld() {
        return !held.isEmpty();
    }

    /** Lets all go on; whether all had stood still up to now, without a break. */
    boolean end() throws InterruptedException {
        List<Held> all = List.copyOf(held);
        List<Standstill> ends = new ArrayList<>();
        sendAll(all, each -> request(each, "DELETE"), (each, end) -> {
            held.remove(each);
            ends.add(end);
        });
        return ends.stream().allMatch(end -> end.held() && end.openTransactions() == 0);
    }

    /** Whoever cannot be told goes on by himself. */
    @Override
    public void close() {
        try {
            sendAll(
                    List.copyOf(held),
                    each -> request(each, "DELETE"),
                    (each, end) -> held.remove(each),
                    silence -> unreached.add(String.valueOf(silence.getMessage())));
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        } finally {
            http.shutdownNow();
        }
    }

    private void lookAgain() throws InterruptedException {
        sendAll(
                List.copyOf(held),
                each -> request(each, "GET"),
                (each, answer) -> held.set(held.indexOf(each), new Held(each.service(), answer)));
    }

    private static HttpRequest request(Held each, String method) {
        return request(each.service(), each.last().id(), method);
    }

    private static HttpRequest request(URI service, String id, String method) {
        return HttpRequest.newBuilder(service.resolve(PATH + "/" + id))
                .method(method, BodyPublishers.noBody())
                .build();
    }

    /** Of which the first is thrown when all have been heard of. */
    private <T> void sendAll(
            Collection<T> receivers, Function<T, HttpRequest> request, BiConsumer<T, Standstill> answered)
            throws InterruptedException {
        List<CommandFailure> failures = new ArrayList<>();
        sendAll(receivers, request, answered, failures::add);
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }

    /** To all at once: each waits from its own answer on, and all until the last one. */
    private <T> void sendAll(
            Collection<T> receivers,
            Function<T, HttpRequest> request,
            BiConsumer<T, Standstill> answered,
            Consumer<CommandFailure> failed)
            throws InterruptedException {
        SequencedMap<T, Sent> sent = new LinkedHashMap<>();
        receivers.forEach(receiver -> sent.put(receiver, sent(request.apply(receiver))));
        for (Map.Entry<T, Sent> each : sent.entrySet()) {
            try {
                answered.accept(each.getKey(), each.getValue().await());
            } catch (CommandFailure silence) {
                failed.accept(silence);
            }
        }
    }

    private Sent sent(HttpRequest request) {
        return new Sent(
                request.uri(),
                http.sendAsync(request, BodyHandlers.ofString())
                        .orTimeout(ANSWER_PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** What was asked, and is being answered. */
    private record Sent(URI uri, Future<HttpResponse<String>> answer) {
        Standstill await() throws InterruptedException {
            try {
                HttpResponse<String> response = answer.get();
                if (response.statusCode() != OK) {
                    throw new CommandFailure(uri + " answers " + response.statusCode());
                }
                return JSON.readValue(response.body(), Standstill.class);
            } catch (ExecutionException failure) {
                throw new CommandFailure(uri + " does not answer: " + failure.getCause(), failure);
            } catch (IOException failure) {
                throw new CommandFailure(uri + " does not answer: " + failure, failure);
            }
        }
    }
}
