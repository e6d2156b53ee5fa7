package dev.orderbackbone.runtime;

import dev.orderbackbone.runtime.ParkedLines.Standing;
import dev.orderbackbone.schemas.Topics;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Where a task puts what it cannot decide on, and what waits behind it. */
final class Parking {
    private final String service;
    private final ProcessorContext<byte[], byte[]> context;
    private final ParkedLines lines;

    Parking(String service, ProcessorContext<byte[], byte[]> context) {
        this.service = service;
        this.context = context;
        this.lines = ParkedLines.open(context);
    }

    /** Whether later records of the line wait. */
    boolean isStopped(String line) {
        return lines.isStopped(line);
    }

    /** Whether an input must wait behind a line; not behind the one that it is itself the first of. */
    boolean stops(String line, Input input) {
        return !line.equals(input.ownLine()) && isStopped(line);
    }

    Standing standingOf(Redrive redrive) {
        return lines.standingOf(redrive);
    }

    /** Notes that a redriven input is parked no more. Returns whether its line is free by that. */
    boolean leave(Input input) {
        Redrive redrive = input.redrive();
        return redrive != null && lines.dealtWith(redrive);
    }

    /**
     * Parks an input. One that is tried again keeps its place where it stays in its line.
     *
     * @param line that waits behind it from now on; null for none.
     */
    void park(Input input, @Nullable String line, ParkReason reason, String error, Instant now) {
        Record<byte[], byte[]> record = input.record();
        ParkedCopy copy = ParkedCopy.of(
                record.key(),
                record.value(),
                record.headers(),
                service,
                input.origin(),
                reason,
                error,
                now,
                new ParkedAs(turnOf(input, line), input.nextAttempt(), input.redrive() == null ? -1 : input.offset()));
        context.forward(
                new Record<>(copy.key(), copy.value(), record.timestamp(), copy.headers()),
                DecisionTopology.sinkOf(Topics.parkedOf(service).name()));
    }

    private @Nullable Turn turnOf(Input input, @Nullable String line) {
        Redrive redrive = input.redrive();
        Turn own = redrive == null ? null : redrive.turn();
        if (own != null && (line == null || line.equals(own.line()))) {
            lines.keep(own, input.origin(), input.nextAttempt());
            return own;
        }
        leave(input);
        return line == null ? null : lines.add(line, input.origin(), input.nextAttempt());
    }
}
