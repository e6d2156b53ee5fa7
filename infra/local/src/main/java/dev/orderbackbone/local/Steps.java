package dev.orderbackbone.local;

import dev.orderbackbone.local.Progress.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Work in the order of its needs; what needs nothing of each other is done at the same time. */
final class Steps {

    private final Progress progress;
    private final Map<String, CompletableFuture<Boolean>> done = new LinkedHashMap<>();
    private final List<RuntimeException> failures = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Steps(Progress progress) {
        this.progress = progress;
    }

    /** Begins it as soon as all that it needs has been done; those must have been added before. */
    void add(String name, List<String> needs, State beginning, Supplier<State> work) {
        List<CompletableFuture<Boolean>> before = needs.stream()
                .map(need -> Objects.requireNonNull(done.get(need), need))
                .toList();
        done.put(
                name,
                CompletableFuture.supplyAsync(
                        () -> before.stream().allMatch(CompletableFuture::join)
                                ? run(name, beginning, work)
                                : skip(name),
                        threads));
    }

    boolean has(String name) {
        return done.containsKey(name);
    }

    /**
     * Waits for the end of all.
     *
     * @throws RuntimeException the first that one of them has thrown.
     */
    void await() {
        try (threads) {
            done.values().forEach(CompletableFuture::join);
        }
        if (!failures.isEmpty()) {
            RuntimeException first = failures.getFirst();
            failures.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
    }

    private boolean run(String name, State beginning, Supplier<State> work) {
        long started = System.nanoTime();
        tell(name, beginning, 0);
        try {
            tell(name, work.get(), millisSince(started));
            return true;
        } catch (RuntimeException e) {
            fail(e);
            tell(name, State.FAILED, millisSince(started));
            return false;
        }
    }

    private boolean skip(String name) {
        tell(name, State.SKIPPED, 0);
        return false;
    }

    private synchronized void tell(String name, State state, long millis) {
        progress.on(name, state, millis);
    }

    private synchronized void fail(RuntimeException e) {
        failures.add(e);
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }
}
