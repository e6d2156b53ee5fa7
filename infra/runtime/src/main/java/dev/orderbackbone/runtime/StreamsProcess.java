package dev.orderbackbone.runtime;

import static org.apache.kafka.streams.CloseOptions.GroupMembershipOperation.LEAVE_GROUP;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.ThreadMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running topology of a service. Thread-safe. */
public final class StreamsProcess implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(StreamsProcess.class);
    private static final Duration TOPICS_PATIENCE = Duration.ofMinutes(5);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(20);

    private final String service;
    private final KafkaStreams streams;
    private final HeldDeadlines<?> deadlines;
    private final TransactionGate gate;
    private final ThreadReplacement replacement;

    private StreamsProcess(
            String service,
            KafkaStreams streams,
            HeldDeadlines<?> deadlines,
            TransactionGate gate,
            ThreadReplacement replacement) {
        this.service = service;
        this.streams = streams;
        this.deadlines = deadlines;
        this.gate = gate;
        this.replacement = replacement;
    }

    /**
     * Waits for the topics and starts. The processing itself begins in the background. Local state that was made from another log is deleted
     * before.
     *
     * @throws IllegalStateException if topics are missing for too long.
     * @throws InterruptedException if interrupted while waiting for them.
     */
    public static StreamsProcess start(DecisionTopology<?> topology, StreamsSettings settings, KafkaSettings kafka)
            throws InterruptedException {
        Map<String, TopicDescription> topics =
                TopicsReady.await(kafka.clientProperties(), topology.topics(), TOPICS_PATIENCE);
        Properties properties = settings.properties(topology.service(), kafka);
        properties.putAll(Placement.in(topics.values()).properties());
        TransactionGate gate = new TransactionGate(System::nanoTime);
        KafkaStreams streams = new KafkaStreams(topology.build(), properties, new GatedClients(gate));
        ThreadReplacement replacement = new ThreadReplacement(System::nanoTime);
        streams.setUncaughtExceptionHandler(replacement);
        streams.setStateListener((now, before) -> log.info("{}: {} after {}", topology.service(), now, before));
        LocalState state = LocalState.of(settings.stateDir(), topology.service());
        String logId = logId(topology, topics);
        if (!state.isOf(logId)) {
            streams.cleanUp();
            state.belongsTo(logId);
        }
        streams.start();
        return new StreamsProcess(
                topology.service(), streams, new HeldDeadlines<>(topology, streams), gate, replacement);
    }

    /** Which log this is: Kafka's id of an input topic, which is another one when the topic is made again, on whatever cluster. */
    private static String logId(DecisionTopology<?> topology, Map<String, TopicDescription> topics) {
        String topic = topology.inputs().getFirst().name();
        return Objects.requireNonNull(topics.get(topic), topic).topicId().toString();
    }

    /** Whether inputs are being processed: all tasks are assigned and their state is restored. */
    public boolean isRunning() {
        return streams.state() == State.RUNNING;
    }

    /** Kafka Streams' own word for what it is doing. */
    public State state() {
        return streams.state();
    }

    /** For metrics. */
    public KafkaStreams streams() {
        return streams;
    }

    /** See {@link HeldDeadlines#of}. */
    KeyDeadline deadlineOf(String key) {
        return deadlines.of(key);
    }

    /** Lets no transaction begin for so long, or until it is released. */
    void hold(String id, Duration lease) {
        gate.close(id, lease);
    }

    /** Goes on, as far as this hold is concerned. */
    void release(String id) {
        gate.open(id);
    }

    /** How far this process stands still for a hold. */
    Standstill standstill(String id) {
        List<String> members = streams.metadataForLocalThreads().stream()
                .map(ThreadMetadata::consumerClientId)
                .sorted()
                .toList();
        return new Standstill(id, service, members, gate.openTransactions(), gate.isHeldBy(id));
    }

    /**
     * Commits, leaves the group and stops. Kafka Streams by itself would stay a member until its session times out, and
     * whoever takes over, or starts again, would wait for that.
     */
    @Override
    public void close() {
        replacement.close();
        if (!streams.close(CloseOptions.timeout(CLOSE_PATIENCE).withGroupMembershipOperation(LEAVE_GROUP))) {
            log.warn("stream threads did not stop within {} s", CLOSE_PATIENCE.toSeconds());
        }
    }
}
