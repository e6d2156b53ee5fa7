package dev.orderbackbone.projection.flow;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running projectors of this process. Thread-safe. */
public final class Projection implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Projection.class);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(20);

    private final List<Projector> projectors;
    private final List<Thread> threads;

    private Projection(List<Projector> projectors) {
        this.projectors = projectors;
        this.threads = IntStream.range(0, projectors.size())
                .mapToObj(number ->
                        Thread.ofPlatform().name("projector-" + number).unstarted(projectors.get(number)))
                .toList();
    }

    /** Starts. Whatever does not answer yet is waited for in the background. */
    public static Projection start(Workshop workshop) {
        Projection projection =
                new Projection(IntStream.range(0, workshop.settings().threads())
                        .mapToObj(number -> new Projector(number, workshop))
                        .toList());
        projection.threads.forEach(Thread::start);
        return projection;
    }

    /** What each projector is doing. */
    public List<ProjectorState> states() {
        return projectors.stream().map(Projector::state).toList();
    }

    /** Whether all threads are alive. A projector that waits is alive. */
    public boolean isAlive() {
        return threads.stream().allMatch(Thread::isAlive);
    }

    /** Ends each projector after the batch that it is at. */
    @Override
    public void close() {
        projectors.forEach(Projector::stop);
        for (Thread thread : threads) {
            try {
                if (!thread.join(CLOSE_PATIENCE)) {
                    log.warn("{} did not stop within {} s", thread.getName(), CLOSE_PATIENCE.toSeconds());
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
