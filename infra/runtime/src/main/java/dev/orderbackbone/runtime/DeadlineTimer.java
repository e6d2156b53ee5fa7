package dev.orderbackbone.runtime;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * Wakes a task when its earliest deadline has passed, and at no other time: Kafka Streams commits after each tick of a timer, so that one which
 * ticks regularly costs a transaction each time, also while nothing happens.
 */
final class DeadlineTimer {
    private final ProcessorContext<?, ?> context;
    private final Duration resolution;
    private final Runnable onDue;
    private @Nullable Cancellable armed;
    private Instant wakesAt = Instant.MAX;

    /**
     * A timer that is not armed.
     *
     * @param resolution shortest time from being armed to waking: what is due meanwhile is dealt with together.
     */
    DeadlineTimer(ProcessorContext<?, ?> context, Duration resolution, Runnable onDue) {
        this.context = context;
        this.resolution = resolution;
        this.onDue = onDue;
    }

    /** Sees to it that the task wakes when the earliest deadline has passed; null where there is none. */
    void arm(@Nullable Instant earliest, Instant now) {
        if (earliest == null) {
            return;
        }
        Instant soonest = now.plus(resolution);
        Instant wanted = earliest.isAfter(soonest) ? earliest : soonest;
        if (wanted.isBefore(wakesAt)) {
            disarm();
            armed = context.schedule(
                    Duration.between(now, wanted), PunctuationType.WALL_CLOCK_TIME, timestamp -> wake());
            wakesAt = wanted;
        }
    }

    private void wake() {
        disarm();
        onDue.run();
    }

    private void disarm() {
        if (armed != null) {
            armed.cancel();
        }
        wakesAt = Instant.MAX;
    }
}
