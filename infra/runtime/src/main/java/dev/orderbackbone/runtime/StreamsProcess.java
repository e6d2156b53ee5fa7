package dev.orderbackbone.runtime;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running topology of a service. Thread-safe. */
public final class StreamsProcess implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(StreamsProcess.class);
    private static final Duration TOPICS_PATIENCE = Duration.ofMinutes(5);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(20);

    private final KafkaStreams streams;

    private StreamsProcess(KafkaStreams streams) {
        this.streams = streams;
    }

    /**
     * Waits for the topics and starts. The processing itself begins in the background.
     *
     * @throws IllegalStateException if topics are missing for too long.
     * @throws InterruptedException if interrupted while waiting for them.
     */
    public static StreamsProcess start(DecisionTopology<?> topology, StreamsSettings settings, KafkaSettings kafka)
            throws InterruptedException {
        Map<String, Integer> partitions =
                TopicsReady.await(kafka.clientProperties(), topology.topics(), TOPICS_PATIENCE);
        Properties properties = settings.properties(topology.service(), kafka);
        properties.putAll(new Placement(partitions).properties());
        KafkaStreams streams = new KafkaStreams(topology.build(), properties);
        // Inputs that cannot be decided on are parked before they get here: what does is the broker's or the disk's
        // trouble, and passes.
        streams.setUncaughtExceptionHandler(failure -> {
            log.error("a stream thread failed and is replaced", failure);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
        streams.setStateListener((now, before) -> log.info("{}: {} after {}", topology.service(), now, before));
        streams.start();
        return new StreamsProcess(streams);
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

    /** Commits, leaves the group and stops. */
    @Override
    public void close() {
        if (!streams.close(CLOSE_PATIENCE)) {
            log.warn("stream threads did not stop within {} s", CLOSE_PATIENCE.toSeconds());
        }
    }
}
