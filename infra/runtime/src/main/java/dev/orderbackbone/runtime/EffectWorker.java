package dev.orderbackbone.runtime;

import dev.orderbackbone.contract.Message;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Causes the effects that a topic asks for, and writes down what came of them. The only place of the backbone from which the outside world
 * is touched. Thread-safe.
 *
 * <p>It is a member of a consumer group; partitions are divided among the processes. The requests of a partition are carried out at the same
 * time and end in any order. With the group's offset it is kept which of them are done, and up to where they may have been begun ({@link
 * CommittedProgress}).
 *
 * <p>Promises:
 *
 * <ul>
 *   <li>A request of an aborted transaction is never carried out.
 *   <li>Each request is carried out at least once, or not after its deadline, or parked. It is done when the broker has the answer, however
 *       long that takes, and is delivered until then.
 *   <li>A delivery is called the first only if nobody can have begun with the request before: that somebody may is written down first. After
 *       a crash some that nobody had begun ({@link Progress#CLAIM} offsets of each partition at most) are called repeated.
 *   <li>What is done is written down at once, and within about 20 ms and the time of one commit: what a crash or a lost connection repeats
 *       was done in that time. After an orderly end nothing that is done is repeated.
 *   <li>A slow request holds up no other one, as long as fewer than {@link Progress#MOST_OPEN} of its partition and {@link
 *       EffectSettings#mostUnderWay} of the process are under way.
 *   <li>A request is carried out by one process at a time, except where a process lives on that the broker took for dead.
 * </ul>
 *
 * <p>Whoever asks has a deadline all the same and acts on it: a worker that is down answers nothing.
 */
public final class EffectWorker implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EffectWorker.class);
    private static final Duration TOPICS_PATIENCE = Duration.ofMinutes(5);
    /** On top of the patience for requests: to write down what is done and to leave the group. */
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(15);

    private final EffectSettings settings;
    private final EffectCrew crew;
    private final AnswerWriter writer;
    private final EffectConsumer consumer;
    private final Thread thread;

    private EffectWorker(EffectSettings settings, EffectCrew crew, AnswerWriter writer, EffectConsumer consumer) {
        this.settings = settings;
        this.crew = crew;
        this.writer = writer;
        this.consumer = consumer;
        this.thread = Thread.ofPlatform().name("effects").start(consumer);
    }

    /**
     * Waits for the topics and starts. The work itself begins in the background.
     *
     * @throws IllegalStateException if topics are missing for too long.
     * @throws InterruptedException if interrupted while waiting.
     */
    public static <Q extends Message> EffectWorker start(
            EffectTopology<Q> topology, EffectSettings settings, KafkaSettings kafka) throws InterruptedException {
        TopicsReady.await(kafka.clientProperties(), topology.topics(), TOPICS_PATIENCE);
        AnswerWriter writer = AnswerWriter.open(topology.service(), topology.serializer(), kafka);
        EffectRun<Q> run = new EffectRun<>(
                topology.requests(), topology.effect(), topology.deserializer(), writer, topology.clock());
        EffectCrew crew = new EffectCrew(topology.source().name(), run, topology.listener(), settings.mostUnderWay());
        EffectConsumer consumer = new EffectConsumer(topology, settings, kafka, crew);
        log.info("{} carries out {}", topology.group(), topology.source().name());
        return new EffectWorker(settings, crew, writer, consumer);
    }

    /** Whether it works; a consumer that fails is replaced by itself. */
    public boolean isRunning() {
        return thread.isAlive() && !consumer.isFailing();
    }

    /** How many requests are under way. */
    public int underWay() {
        return crew.underWay();
    }

    /** Begins nothing new, waits for what is under way, gives back what does not end in time, and stops. */
    @Override
    public void close() {
        consumer.beginClosing();
        try {
            thread.join(settings.closePatience().plus(CLOSE_PATIENCE));
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        } finally {
            writer.close();
        }
    }
}
