package dev.orderbackbone.simulators.gateway;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.orderbackbone.simulators.journal.Journal;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Executes requests, once each. Books and ledger change together under one lock; the wait for the file is outside of
 * it, so that many requests share one write. Safe for use by many threads.
 */
final class GatewayDesk {

    private final Clock clock;
    private final GatewayBooks books;
    private final Journal ledger;

    /** What came of presenting a request. */
    sealed interface Outcome {

        /** It was executed now, or refused now. */
        record Executed(GatewayEntry entry) implements Outcome {}

        /** It had been before; this is what came of it then. */
        record Replayed(GatewayEntry entry) implements Outcome {}

        /** Its key belongs to another request. */
        record KeyReused() implements Outcome {}
    }

    GatewayDesk(Clock clock, GatewayBooks books, Journal ledger) {
        this.clock = clock;
        this.books = books;
        this.ledger = ledger;
    }

    /** Executes the request, unless its key is known; whatever is returned stands in the ledger's file. */
    Outcome perform(GatewayRequest request, boolean declined) {
        Outcome outcome;
        long position;
        synchronized (books) {
            outcome = outcome(request, declined);
            position = ledger.appended();
        }
        ledger.awaitWritten(position);
        return outcome;
    }

    /** What came of the request with this key; null when none was executed while the key lives. */
    @Nullable
    GatewayEntry ask(String key) {
        GatewayEntry entry;
        long position;
        synchronized (books) {
            entry = books.answered(key, now());
            position = ledger.appended();
        }
        ledger.awaitWritten(position);
        return entry;
    }

    /** The payment method of an authorisation; null when there is no such authorisation. */
    @Nullable
    String paymentMethodOf(String authorizationId) {
        synchronized (books) {
            Authorization authorization = books.authorization(authorizationId);
            return authorization == null ? null : authorization.paymentMethod();
        }
    }

    /** Writes the totals as they are at one moment. */
    void writeTotals(JsonGenerator json) throws IOException {
        synchronized (books) {
            books.totals().write(json);
        }
    }

    private Outcome outcome(GatewayRequest request, boolean declined) {
        Instant now = now();
        GatewayEntry known = books.answered(request.idempotencyKey(), now);
        if (known != null) {
            return request.ledTo(known) ? new Outcome.Replayed(known) : new Outcome.KeyReused();
        }
        GatewayEntry entry = books.decide(request, declined, now);
        ledger.append(GatewayEntryJson.line(entry));
        books.apply(entry);
        return new Outcome.Executed(entry);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
