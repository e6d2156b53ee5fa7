package dev.orderbackbone.orderevents.flow;

import dev.orderbackbone.contract.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Hands messages to the log and waits for it, but no longer than a client would. Blocks: to be used on virtual threads. Thread-safe.
 */
public final class Handover {
    private final Intake intake;
    private final Duration patience;

    /** Waits for the log at most that long. */
    public Handover(Intake intake, Duration patience) {
        this.intake = intake;
        this.patience = patience;
    }

    /**
     * Returns once the log has all of the messages.
     *
     * @throws IntakeUnavailable if it has not in time: any of them may be in the log or not, and must be sent again under the same ids.
     */
    public void handOver(List<? extends Message> messages) {
        long deadline = System.nanoTime() + patience.toNanos();
        CompletableFuture<Void> all = publish(messages);
        try {
            all.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof IntakeUnavailable unavailable
                    ? unavailable
                    : new IntakeUnavailable(failure);
        } catch (TimeoutException late) {
            throw new IntakeUnavailable(new TimeoutException("not acknowledged within " + patience.toMillis() + " ms"));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IntakeUnavailable(stopping);
        }
    }

    /** Stops at the first one that fails at once: each of them may have taken its time to fail. */
    private CompletableFuture<Void> publish(List<? extends Message> messages) {
        List<CompletableFuture<Void>> underWay = new ArrayList<>();
        for (Message message : messages) {
            CompletableFuture<Void> acknowledged = intake.publish(message).toCompletableFuture();
            underWay.add(acknowledged);
            if (acknowledged.isCompletedExceptionally()) {
                break;
            }
        }
        return CompletableFuture.allOf(underWay.toArray(CompletableFuture[]::new));
    }
}
