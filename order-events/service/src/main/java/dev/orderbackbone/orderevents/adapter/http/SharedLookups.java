package dev.orderbackbone.orderevents.adapter.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Looks up many order ids in one query: those that are asked for while a query is under way share the next one, so that a lookup costs a query
 * when few come and next to nothing when many do. Thread-safe; callers wait, so they are virtual threads.
 */
final class SharedLookups {
    private static final int MOST_AT_ONCE = 500;

    private final Function<Collection<String>, Map<String, Long>> query;
    private final Queue<Asked> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean isAsking = new AtomicBoolean();

    /**
     * Lookups by a query.
     *
     * @param query answers with those of the ids that it knows; what it throws is thrown to all who share it.
     */
    SharedLookups(Function<Collection<String>, Map<String, Long>> query) {
        this.query = query;
    }

    private record Asked(String orderId, CompletableFuture<OptionalLong> answer) {}

    /** What the query knows under the id. Throws what the query throws. */
    OptionalLong find(String orderId) {
        Asked asked = new Asked(orderId, new CompletableFuture<>());
        waiting.add(asked);
        if (isAsking.compareAndSet(false, true)) {
            askForAll();
        }
        try {
            return asked.answer().join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException failure ? failure : failed;
        }
    }

    /** Asks once. Whoever came meanwhile is asked for by a thread of their own, so that nobody waits for more than two queries. */
    private void askForAll() {
        List<Asked> batch = takeBatch();
        try {
            answer(batch);
        } finally {
            isAsking.set(false);
            if (!waiting.isEmpty() && isAsking.compareAndSet(false, true)) {
                Thread.ofVirtual().name("shared-lookups").start(this::askForAll);
            }
        }
    }

    private List<Asked> takeBatch() {
        List<Asked> batch = new ArrayList<>();
        for (Asked next = waiting.poll(); next != null; next = waiting.poll()) {
            batch.add(next);
            if (batch.size() == MOST_AT_ONCE) {
                break;
            }
        }
        return batch;
    }

    private void answer(List<Asked> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            Map<String, Long> known =
                    query.apply(batch.stream().map(Asked::orderId).distinct().toList());
            batch.forEach(asked -> {
                Long value = known.get(asked.orderId());
                asked.answer().complete(value == null ? OptionalLong.empty() : OptionalLong.of(value));
            });
        } catch (RuntimeException | Error failure) {
            batch.forEach(asked -> asked.answer().completeExceptionally(failure));
        }
    }
}
