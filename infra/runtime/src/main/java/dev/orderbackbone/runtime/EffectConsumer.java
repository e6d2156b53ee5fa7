package dev.orderbackbone.runtime;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads requests and has them carried out until it is told to stop; a consumer that fails is replaced by a new one. */
final class EffectConsumer implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(EffectConsumer.class);
    /** So long after its death at the most, others go on with a worker's requests. */
    private static final Duration SESSION_TIMEOUT = Duration.ofSeconds(10);

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);

    private final String topic;
    private final Map<String, Object> properties;
    private final EffectSettings settings;
    private final EffectCrew crew;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile boolean isFailing;

    EffectConsumer(EffectTopology<?> topology, EffectSettings settings, KafkaSettings kafka, EffectCrew crew) {
        this.topic = topology.source().name();
        this.properties = properties(topology.group(), kafka);
        this.settings = settings;
        this.crew = crew;
    }

    @Override
    public void run() {
        while (!isClosing()) {
            try {
                consume();
            } catch (RuntimeException failure) {
                isFailing = true;
                log.error("the consumer of {} failed and is replaced", topic, failure);
                pause();
            }
        }
    }

    /** Whether the last thing that happened to it was a failure. */
    boolean isFailing() {
        return isFailing;
    }

    /** From now on nothing new is begun. */
    void beginClosing() {
        closing.countDown();
    }

    private void consume() {
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(properties, bytes, bytes);
        EffectSession session = new EffectSession(consumer, crew, settings);
        try {
            consumer.subscribe(List.of(topic), session);
            while (!isClosing()) {
                session.turn();
                isFailing = false;
            }
        } finally {
            session.close();
            consumer.close(CloseOptions.timeout(CLOSE_PATIENCE));
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void pause() {
        try {
            boolean _ = closing.await(PAUSE_AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, Object> properties(String group, KafkaSettings kafka) {
        Map<String, Object> properties = new HashMap<>(kafka.clientProperties());
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                List.of(CooperativeStickyAssignor.class.getName()));
        properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) SESSION_TIMEOUT.toMillis());
        return properties;
    }
}
