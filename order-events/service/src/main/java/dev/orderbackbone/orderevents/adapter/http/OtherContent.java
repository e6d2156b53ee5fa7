package dev.orderbackbone.orderevents.adapter.http;

import dev.orderbackbone.contract.order.ContentHash;
import dev.orderbackbone.contract.order.OrderSubmitted;
import dev.orderbackbone.orderevents.flow.OrderReader;
import dev.orderbackbone.orderevents.flow.ReadModelUnavailable;
import jakarta.inject.Singleton;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells at once when an idempotency key comes again with other content. It knows recent submissions, and asks the read model for older
 * ones; what slips through (it was submitted elsewhere a moment ago, or the database is down) the saga refuses.
 */
@Singleton
final class OtherContent {
    private static final Logger log = LoggerFactory.getLogger(OtherContent.class);
    private static final int REMEMBERED = 50_000;

    private final OrderReader reader;
    private final RecentOrders recent = new RecentOrders(REMEMBERED);

    OtherContent(OrderReader reader) {
        this.reader = reader;
    }

    /** Refuses a submission whose key stands for another order. */
    void refuse(OrderSubmitted submitted) {
        OptionalLong known = contentHashOf(submitted.meta().orderId());
        if (known.isPresent() && known.getAsLong() != ContentHash.of(submitted)) {
            throw new RefusedRequest(
                    409,
                    "other-content",
                    Requests.IDEMPOTENCY_KEY,
                    "this key was used before for another order: " + submitted.meta().orderId());
        }
    }

    /** Remembers what the log has taken. */
    void remember(OrderSubmitted submitted) {
        recent.remember(submitted.meta().orderId(), ContentHash.of(submitted));
    }

    private OptionalLong contentHashOf(String orderId) {
        OptionalLong hash = recent.contentHashOf(orderId);
        if (hash.isPresent()) {
            return hash;
        }
        try {
            return reader.contentHashOf(orderId);
        } catch (ReadModelUnavailable unavailable) {
            log.debug("not compared with earlier orders", unavailable);
            return OptionalLong.empty();
        }
    }
}
