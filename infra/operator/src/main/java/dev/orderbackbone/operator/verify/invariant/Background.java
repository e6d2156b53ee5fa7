package dev.orderbackbone.operator.verify.invariant;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Something that is read while the log is.
 *
 * @param <T> what comes of it.
 */
final class Background<T> {
    private final CompletableFuture<T> result;

    private Background(CompletableFuture<T> result) {
        this.result = result;
    }

    /** Begins, on a thread of its own. */
    static <T> Background<T> begin(String name, Supplier<T> work) {
        return new Background<>(CompletableFuture.supplyAsync(
                work, task -> Thread.ofPlatform().daemon().name(name).start(task)));
    }

    /**
     * Waits for it.
     *
     * @throws RuntimeException that which ended it; likewise an error.
     */
    T get() {
        try {
            return result.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof Error error) {
                throw error;
            }
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }
}
