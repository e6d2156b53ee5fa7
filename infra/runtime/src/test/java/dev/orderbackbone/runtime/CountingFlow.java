package dev.orderbackbone.runtime;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.EventIds;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.order.CancellationRequested;
import dev.orderbackbone.contract.order.OrderCancelled;
import dev.orderbackbone.contract.order.OrderExpired;
import dev.orderbackbone.contract.payment.VoidPayment;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Counts cancellations per order; is told by the cancellation's reason to ignore, to fail until it is mended, or to write where it must not. */
final class CountingFlow implements Flow<Long> {
    static final String STORE = "counts";
    static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long EXPIRED = 100;
    private static final UUID NO_CAUSE = new UUID(0, 0);

    private @Nullable KeyValueStore<String, Long> counts;
    private final Instant start;
    private final BooleanSupplier mended;

    CountingFlow(Instant start, BooleanSupplier mended) {
        this.start = start;
        this.mended = mended;
    }

    @Override
    public void open(ProcessorContext<byte[], byte[]> context) {
        counts = context.getStateStore(STORE);
    }

    @Override
    public @Nullable Long load(String key, Message input) {
        return counts().get(key);
    }

    @Override
    public Decision<Long> decide(@Nullable Long state, String key, Message input, Instant now) {
        CancellationRequested request = (CancellationRequested) input;
        long count = state == null ? 1 : state + 1;
        if (request.reason().startsWith("fail") && !mended.getAsBoolean()) {
            throw new IllegalStateException("told to fail");
        }
        return switch (request.reason()) {
            case "ignore" -> Decision.ignored("told-to");
            case "stray" -> Decision.decided(count, new VoidPayment(metaOf(request, (int) count, now), "stray"));
            default -> Decision.decided(count, new OrderCancelled(metaOf(request, (int) count, now), request.reason()));
        };
    }

    /** Under the key "shared" each requester is on his own. */
    @Override
    public String lineOf(String key, Message input) {
        return key.equals("shared") ? key + "/" + ((CancellationRequested) input).requestedBy() : key;
    }

    @Override
    public void save(String key, Long state) {
        counts().put(key, state);
    }

    @Override
    public @Nullable Instant deadlineOf(Long state) {
        return state >= EXPIRED ? null : start.plus(PATIENCE);
    }

    @Override
    public void forEachState(BiConsumer<String, Long> visitor) {
        try (KeyValueIterator<String, Long> all = counts().all()) {
            while (all.hasNext()) {
                KeyValue<String, Long> next = all.next();
                visitor.accept(next.key, next.value);
            }
        }
    }

    @Override
    public @Nullable Long loadDue(String key) {
        return counts().get(key);
    }

    @Override
    public Decision<Long> decideDue(Long state, String key, Instant now) {
        if (key.startsWith("bad") && !mended.getAsBoolean()) {
            throw new IllegalStateException("fails when due");
        }
        return Decision.decided(EXPIRED, new OrderExpired(new Meta(NO_CAUSE, key, 0, now, NO_CAUSE, "shop")));
    }

    private static Meta metaOf(CancellationRequested request, int sequence, Instant now) {
        UUID cause = request.meta().eventId();
        return new Meta(EventIds.derive(cause, 0, now), request.meta().orderId(), sequence, now, cause, "shop");
    }

    private KeyValueStore<String, Long> counts() {
        if (counts == null) {
            throw new IllegalStateException("used before open");
        }
        return counts;
    }
}
