package dev.orderbackbone.simulators.gateway;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.orderbackbone.simulators.faults.FaultSwitch;
import dev.orderbackbone.simulators.gateway.GatewayEntry.Operation;
import dev.orderbackbone.simulators.gateway.GatewayTally.Received;
import dev.orderbackbone.simulators.journal.Journal;
import dev.orderbackbone.simulators.json.JsonProblem;
import dev.orderbackbone.simulators.net.HttpAnswer;
import dev.orderbackbone.simulators.net.HttpRequest;
import dev.orderbackbone.simulators.net.HttpService;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a request wants. Payments and status questions suffer from the faults; the ledger, the summary, the
 * faults themselves and the health never do, except that nothing is served while the listener is closed.
 */
final class GatewayService implements HttpService {

    private final FaultSwitch<GatewayFault> faults;
    private final GatewayDesk desk;
    private final GatewayPayments payments;
    private final GatewayTally tally;
    private final Journal ledger;
    private final Consumer<Duration> closeListener;

    GatewayService(
            FaultSwitch<GatewayFault> faults,
            GatewayDesk desk,
            GatewayPayments payments,
            GatewayTally tally,
            Journal ledger,
            Consumer<Duration> closeListener) {
        this.faults = faults;
        this.desk = desk;
        this.payments = payments;
        this.tally = tally;
        this.ledger = ledger;
        this.closeListener = closeListener;
    }

    @Override
    public HttpAnswer answer(HttpRequest request) throws InterruptedException {
        String[] path = request.path().split("/", -1);
        if (path.length >= 3 && path[1].equals("v1")) {
            return switch (path[2]) {
                case "authorizations" -> received(request, path);
                case "requests" -> received(request, path);
                case "faults" -> faults.answer(request, closeListener);
                case "ledger" ->
                    new HttpAnswer.FileContent("application/x-ndjson", ledger.file(), ledger.writtenBytes());
                case "summary" -> summary();
                default -> notFound();
            };
        }
        return request.path().equals("/health") ? HttpAnswer.json(200, GatewayService::healthy) : notFound();
    }

    private HttpAnswer received(HttpRequest request, String[] path) throws InterruptedException {
        tally.count(Received.RECEIVED);
        if (faults.unavailable()) {
            tally.count(Received.UNAVAILABLE);
            return HttpAnswer.error(503, "unavailable", "the gateway is down").with("Retry-After: 1");
        }
        return path[2].equals("requests") ? status(request, path) : payment(request, path);
    }

    private HttpAnswer payment(HttpRequest request, String[] path) throws InterruptedException {
        if (!request.method().equals("POST")) {
            tally.count(Received.MALFORMED);
            return HttpAnswer.error(405, "method_not_allowed", "POST").with("Allow: POST");
        }
        GatewayRequest understood;
        try {
            understood = understood(request, path);
        } catch (JsonProblem e) {
            tally.count(Received.MALFORMED);
            return invalid(e);
        }
        if (understood == null) {
            tally.count(Received.MALFORMED);
            return notFound();
        }
        return payments.perform(understood);
    }

    private static @Nullable GatewayRequest understood(HttpRequest request, String[] path) {
        String key = GatewayRequestJson.key(request.header("Idempotency-Key"));
        if (path.length == 3) {
            return GatewayRequestJson.authorize(key, request.body());
        }
        Operation operation = path.length == 5 ? operation(path[4]) : null;
        return operation == null
                ? null
                : GatewayRequestJson.onAuthorization(operation, key, decoded(path[3]), request.body());
    }

    private static @Nullable Operation operation(String segment) {
        return switch (segment) {
            case "captures" -> Operation.CAPTURE;
            case "void" -> Operation.VOID;
            case "refunds" -> Operation.REFUND;
            default -> null;
        };
    }

    private HttpAnswer status(HttpRequest request, String[] path) throws InterruptedException {
        if (!request.method().equals("GET") || path.length != 4) {
            tally.count(Received.MALFORMED);
            return notFound();
        }
        String key = decoded(path[3]);
        GatewayEntry entry = desk.ask(key);
        tally.count(entry == null ? Received.STATUS_NOT_FOUND : Received.STATUS_FOUND);
        long latencyMs = faults.current().latencyMs(key, 1);
        if (latencyMs > 0) {
            Thread.sleep(latencyMs);
        }
        return entry == null
                ? HttpAnswer.error(404, "no_such_request", "no request with this key has been executed")
                : HttpAnswer.json(200, GatewayEntryJson.answer(entry));
    }

    private HttpAnswer summary() {
        return HttpAnswer.json(200, json -> {
            desk.writeTotals(json);
            tally.write(json);
            json.writeStringField("ledger", ledger.file().toString());
            json.writeNumberField("ledgerBytes", ledger.writtenBytes());
            json.writeNumberField("ledgerCutBytes", ledger.cutBytes());
        });
    }

    private static void healthy(JsonGenerator json) throws IOException {
        json.writeStringField("status", "UP");
    }

    private static HttpAnswer invalid(JsonProblem problem) {
        return HttpAnswer.json(400, json -> {
            json.writeStringField("code", "invalid_request");
            json.writeStringField("field", problem.field());
            json.writeStringField("message", (problem.field() + " " + problem.rule()).strip());
        });
    }

    private static HttpAnswer notFound() {
        return HttpAnswer.error(404, "not_found", "there is nothing at this address");
    }

    private static String decoded(String segment) {
        if (segment.indexOf('%') < 0) {
            return segment;
        }
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // not percent-encoded after all: as it stands it names nothing that exists
            return segment;
        }
    }
}
