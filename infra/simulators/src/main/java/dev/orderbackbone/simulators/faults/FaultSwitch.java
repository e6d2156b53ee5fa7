package dev.orderbackbone.simulators.faults;

import dev.orderbackbone.simulators.json.Json;
import dev.orderbackbone.simulators.json.JsonProblem;
import dev.orderbackbone.simulators.net.HttpAnswer;
import dev.orderbackbone.simulators.net.HttpRequest;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The faults in force. They can be changed at any time; a field that a change does not name returns to its value at
 * the start, so {@code PUT {}} ends every experiment. Safe for use by many threads.
 */
public final class FaultSwitch<K extends Enum<K> & FaultKind> {

    private static final Logger LOG = LoggerFactory.getLogger(FaultSwitch.class);

    private final Class<K> kinds;
    private final Faults<K> atStart;
    private volatile InForce<K> inForce;

    private record InForce<K extends Enum<K> & FaultKind>(Faults<K> faults, long sinceNanos) {}

    public FaultSwitch(Class<K> kinds, Faults<K> atStart) {
        this.kinds = kinds;
        this.atStart = atStart;
        this.inForce = new InForce<>(atStart, System.nanoTime());
    }

    public Faults<K> current() {
        return inForce.faults();
    }

    /** Whether every request is to be refused as unavailable now. */
    public boolean unavailable() {
        InForce<K> now = inForce;
        return now.faults().outage() == Outage.UNAVAILABLE && !outageIsOver(now);
    }

    /**
     * Answers GET and PUT of the faults.
     *
     * @param close told for how long to stop listening; called after the answer has been sent.
     */
    public HttpAnswer answer(HttpRequest request, Consumer<Duration> close) {
        return switch (request.method()) {
            case "GET" -> asJson(current());
            case "PUT" -> change(request, close);
            default -> HttpAnswer.error(405, "method_not_allowed", "GET or PUT").with("Allow: GET, PUT");
        };
    }

    private HttpAnswer change(HttpRequest request, Consumer<Duration> close) {
        Faults<K> wanted;
        try {
            wanted = FaultsJson.read(Json.read(request.body()), kinds, atStart);
        } catch (JsonProblem e) {
            return HttpAnswer.error(400, "invalid_faults", (e.field() + " " + e.rule()).strip());
        }
        inForce = new InForce<>(wanted, System.nanoTime());
        LOG.info("faults are now {}", wanted);
        return wanted.outage() == Outage.CLOSED
                ? new HttpAnswer.Followed(asJson(wanted), () -> close.accept(Duration.ofMillis(wanted.outageMs())))
                : asJson(wanted);
    }

    private HttpAnswer.Content asJson(Faults<K> faults) {
        return HttpAnswer.json(200, json -> FaultsJson.write(json, kinds, faults));
    }

    private static boolean outageIsOver(InForce<?> now) {
        long outageMs = now.faults().outageMs();
        return outageMs > 0
                && System.nanoTime() - now.sinceNanos()
                        > Duration.ofMillis(outageMs).toNanos();
    }
}
