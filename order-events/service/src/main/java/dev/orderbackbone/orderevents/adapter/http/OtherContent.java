package dev.orderbackbone.orderevents.adapter.http;

import dev.orderbackbone.orderevents.flow.OrderReader;
import dev.orderbackbone.orderevents.flow.ReadModelUnavailable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells at once when an idempotency key comes again with other content. It knows recent submissions, and asks the read model for older
 * ones; what slips through (it was submitted elsewhere a moment ago, or the database is down) the saga refuses. Thread-safe.
 */
@Singleton
final class OtherContent {
    private static final Logger log = LoggerFactory.getLogger(OtherContent.class);
    private static final int REMEMBERED = 50_000;
    /** How long a database that did not answer is left alone: each submission would wait for it in vain. */
    private static final Duration LEFT_ALONE = Duration.ofSeconds(5);

    private final SharedLookups projected;
    private final InstantSource clock;
    private final RecentOrders recent = new RecentOrders(REMEMBERED);
    private volatile Instant askAgainAt = Instant.MIN;

    OtherContent(OrderReader reader, InstantSource clock) {
        this.projected = new SharedLookups(reader::contentHashesOf);
        this.clock = clock;
    }

    /** Refuses a submission whose key stands for another order. */
    void refuse(String orderId, long contentHash) {
        OptionalLong known = contentHashOf(orderId);
        if (known.isPresent() && known.getAsLong() != contentHash) {
            throw new RefusedRequest(
                    409,
                    "other-content",
                    Requests.IDEMPOTENCY_KEY,
                    "this key was used before for another order: " + orderId);
        }
    }

    /** Remembers what the log has taken. */
    void remember(String orderId, long contentHash) {
        recent.remember(orderId, contentHash);
    }

    private OptionalLong contentHashOf(String orderId) {
        OptionalLong hash = recent.contentHashOf(orderId);
        return hash.isPresent() || clock.instant().isBefore(askAgainAt) ? hash : projectedContentHashOf(orderId);
    }

    private OptionalLong projectedContentHashOf(String orderId) {
        try {
            return projected.find(orderId);
        } catch (ReadModelUnavailable unavailable) {
            askAgainAt = clock.instant().plus(LEFT_ALONE);
            log.warn("orders are not compared with those of the read model: {}", unavailable.getMessage());
            return OptionalLong.empty();
        }
    }
}
