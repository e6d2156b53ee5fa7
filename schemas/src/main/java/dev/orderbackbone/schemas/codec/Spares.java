package dev.orderbackbone.schemas.codec;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Objects that are costly to make and for one thread at a time. Unlike thread-locals they are few however many (virtual) threads come. A thread
 * that finds its place empty makes a new one.
 */
final class Spares<S> {
    private static final int PLACES = 16;

    private final AtomicReferenceArray<@Nullable S> places = new AtomicReferenceArray<>(PLACES);

    @Nullable
    S take() {
        return places.getAndSet(place(), null);
    }

    void giveBack(S spare) {
        places.set(place(), spare);
    }

    private static int place() {
        return (int) Thread.currentThread().threadId() & PLACES - 1;
    }
}
