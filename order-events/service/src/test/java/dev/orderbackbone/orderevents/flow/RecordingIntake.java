package dev.orderbackbone.orderevents.flow;

import dev.orderbackbone.contract.Message;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A log that remembers what it was given, and answers as a test wants it to. */
public final class RecordingIntake implements Intake {
    private final List<Message> published = new CopyOnWriteArrayList<>();
    private final List<Thread> callers = new CopyOnWriteArrayList<>();
    private volatile boolean forgetful;
    private volatile Function<Message, CompletionStage<Void>> answer = RecordingIntake::acknowledge;

    @Override
    public CompletionStage<Void> publish(Message message) {
        if (forgetful) {
            return acknowledge(message);
        }
        published.add(message);
        callers.add(Thread.currentThread());
        return answer.apply(message);
    }

    /** What it was given since the last reset. */
    public List<Message> published() {
        return List.copyOf(published);
    }

    /** The threads that gave it something since the last reset. */
    public List<Thread> callers() {
        return List.copyOf(callers);
    }

    /** Lets it answer otherwise. */
    public void answers(Function<Message, CompletionStage<Void>> otherwise) {
        answer = otherwise;
    }

    /** Lets it acknowledge at once and remember nothing from now on, for benchmarks. */
    public void forgetAtOnce() {
        forgetful = true;
    }

    /** Lets it forget everything and acknowledge at once. */
    public void reset() {
        published.clear();
        callers.clear();
        forgetful = false;
        answer = RecordingIntake::acknowledge;
    }

    private static CompletionStage<Void> acknowledge(Message message) {
        return CompletableFuture.completedFuture(null);
    }
}
