package dev.orderbackbone.operator.backup;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.orderbackbone.operator.CommandFailure;
import dev.orderbackbone.operator.log.Cluster;
import dev.orderbackbone.operator.log.Cluster.Member;
import dev.orderbackbone.operator.verify.invariant.Consumer;
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
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
        for (URI service : services) {
            try {
                Standstill _ = all.send(request(service, NOBODYS, "GET"));
                all.reached.add(service);
            } catch (CommandFailure silence) {
                all.unreached.add(String.valueOf(silence.getMessage()));
            }
        }
        return all;
    }

    /** Begins at all addresses that answered. */
    void begin() throws InterruptedException {
        for (URI service : reached) {
            HttpRequest request = HttpRequest.newBuilder(service.resolve(PATH))
                    .header("Content-Type", "application/json")
                    .timeout(ANSWER_PATIENCE)
                    .POST(BodyPublishers.ofString(REQUEST))
                    .build();
            held.add(new Held(service, send(request)));
        }
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
        for (Consumer service : Inventory.deciders()) {
            for (Member member : cluster.membersOf(service.name())) {
                if (!still.contains(member.clientId())) {
                    others.add(service.name() + ": " + member);
                }
            }
        }
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
        boolean hasLasted = true;
        while (!held.isEmpty()) {
            Held last = held.removeLast();
            Standstill end = send(request(last, "DELETE"));
            hasLasted &= end.held() && end.openTransactions() == 0;
        }
        return hasLasted;
    }

    /** Whoever cannot be told goes on by himself. */
    @Override
    public void close() {
        try {
            while (!held.isEmpty()) {
                Held last = held.removeLast();
                try {
                    send(request(last, "DELETE"));
                } catch (CommandFailure silence) {
                    unreached.add(last.service() + ": " + silence.getMessage());
                }
            }
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        } finally {
            http.shutdownNow();
        }
    }

    private void lookAgain() throws InterruptedException {
        for (int index = 0; index < held.size(); index++) {
            Held each = held.get(index);
            held.set(index, new Held(each.service(), send(request(each, "GET"))));
        }
    }

    private static HttpRequest request(Held each, String method) {
        return request(each.service(), each.last().id(), method);
    }

    private static HttpRequest request(URI service, String id, String method) {
        return HttpRequest.newBuilder(service.resolve(PATH + "/" + id))
                .timeout(ANSWER_PATIENCE)
                .method(method, BodyPublishers.noBody())
                .build();
    }

    private Standstill send(HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != OK) {
                throw new CommandFailure(request.uri() + " answers " + response.statusCode());
            }
            return JSON.readValue(response.body(), Standstill.class);
        } catch (IOException failure) {
            throw new CommandFailure(request.uri() + " does not answer: " + failure, failure);
        }
    }
}
