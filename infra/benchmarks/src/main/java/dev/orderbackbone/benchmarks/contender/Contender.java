package dev.orderbackbone.benchmarks.contender;

import dev.orderbackbone.benchmarks.check.Evidence;
import dev.orderbackbone.benchmarks.load.Target;
import java.util.Map;
import java.util.Optional;

/** A system under load. */
public interface Contender extends Target, AutoCloseable {
    /** Who it is. */
    Side side();

    /** Requests at a time that serve it best in a closed loop. */
    int senders();

    /** Orders on their way at a time that serve it best in a closed loop. */
    int window();

    /** Starts everything that belongs to it, and loads stock. */
    void start() throws InterruptedException;

    /** Its processes by name, each with the processes that it has started itself counted in. */
    Map<String, Long> processes();

    /** Returns when nothing moves any more. */
    void awaitQuiet() throws InterruptedException;

    /** What its database says in the end; only when all is quiet. */
    Evidence evidence();

    /** The database that its rows are in. */
    Database database();

    /** Its log, as Kafka clients are told of it; empty where it has none. */
    Optional<Map<String, Object>> kafka();

    /** How often this process has asked the database so far to find out what has become of orders. */
    long questionsAsked();

    /** Takes no CPU until {@link #resume}; only when all is quiet. */
    void pause();

    /** Goes on. */
    void resume();

    /** Stops everything. */
    @Override
    void close();
}
