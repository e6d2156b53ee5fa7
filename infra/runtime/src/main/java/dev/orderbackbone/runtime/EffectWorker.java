package dev.orderbackbone.runtime;

import dev.orderbackbone.contract.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Causes the effects that a topic asks for, and writes down what came of them. The only place of the backbone from which the outside world
 * is touched. Thread-safe.
 *
 * <p>Promises: a request of an aborted transaction is never carried out. A request is carried out at least once, or not after its deadline;
 * a repeated delivery is marked as such. A delivery is acknowledged when the broker has the answer, except for a request that takes longer
 * than {@link EffectSettings#patience}: that one is acknowledged before, and if the process dies in the middle of it, its answer never
 * comes. So whoever asks has a deadline and acts on it; nothing depends on a delivery alone, as a share group gives each record up after
 * some deliveries anyway.
 */
public final class EffectWorker implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EffectWorker.class);
    private static final Duration TOPICS_PATIENCE = Duration.ofMinutes(5);
    private static final Duration LANE_CLOSE_PATIENCE = Duration.ofSeconds(15);

    private final EffectSettings settings;
    private final EffectCrew crew;
    private final AnswerWriter writer;
    private final List<EffectLane> lanes;
    private final List<Thread> threads = new ArrayList<>();

    private EffectWorker(EffectSettings settings, EffectCrew crew, AnswerWriter writer, List<EffectLane> lanes) {
        this.settings = settings;
        this.crew = crew;
        this.writer = writer;
        this.lanes = lanes;
    }

    /**
     * Waits for the topics, sees to the settings of the share group and starts. The work itself begins in the background.
     *
     * @throws IllegalStateException if topics are missing for too long, or the share group is set in a way that is not safe.
     * @throws InterruptedException if interrupted while waiting.
     */
    public static <Q extends Message> EffectWorker start(
            EffectTopology<Q> topology, EffectSettings settings, KafkaSettings kafka) throws InterruptedException {
        TopicsReady.await(kafka.clientProperties(), topology.topics(), TOPICS_PATIENCE);
        try (Admin admin = Admin.create(kafka.clientProperties())) {
            ShareGroupSettings.ensure(admin, topology.group());
        }
        AnswerWriter writer = AnswerWriter.open(topology.service(), topology.serializer(), kafka);
        EffectRun<Q> run = new EffectRun<>(
                topology.requests(), topology.effect(), topology.deserializer(), writer, topology.clock());
        EffectCrew crew = new EffectCrew(topology.source().name(), run, topology.listener(), settings.mostUnderWay());
        List<EffectLane> lanes = IntStream.range(0, settings.lanes())
                .mapToObj(lane -> new EffectLane(topology, settings, kafka, crew))
                .toList();
        EffectWorker worker = new EffectWorker(settings, crew, writer, lanes);
        worker.startLanes();
        log.info(
                "{} carries out {} in {} lanes",
                topology.group(),
                topology.source().name(),
                settings.lanes());
        return worker;
    }

    /** Whether every lane works; one that fails starts again by itself. */
    public boolean isRunning() {
        return threads.stream().allMatch(Thread::isAlive) && lanes.stream().noneMatch(EffectLane::isFailing);
    }

    /** How many requests are under way. */
    public int underWay() {
        return crew.underWay();
    }

    /** Begins nothing new, waits for what is under way, gives back what does not end in time, and stops. */
    @Override
    public void close() {
        crew.beginClosing();
        try {
            for (Thread thread : threads) {
                thread.join(LANE_CLOSE_PATIENCE);
            }
            crew.drain(settings.closePatience());
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        } finally {
            crew.close();
            writer.close();
        }
    }

    private void startLanes() {
        for (int lane = 0; lane < lanes.size(); lane++) {
            threads.add(Thread.ofPlatform().name("effect-lane-" + lane).start(lanes.get(lane)));
        }
    }
}
