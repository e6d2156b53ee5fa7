package dev.orderbackbone.runtime;

import dev.orderbackbone.runtime.EffectListener.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One share consumer: takes a batch of requests, has them carried out at the same time, acknowledges them, takes the next.
 *
 * <p>A request that takes longer than the lane's patience is acknowledged before its answer, so that it holds up nobody: an explicit share
 * consumer gets no new record before each one that it has is acknowledged, and renewing one (Kafka 4.3.1) holds up the others as well.
 */
final class EffectLane implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(EffectLane.class);
    /** Requests that had to wait so long for their turn are given back while the broker still keeps them for us. */
    private static final Duration LONGEST_WAIT_FOR_ROOM = ShareGroupSettings.LOCK_DURATION.dividedBy(3);

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);

    private final String topic;
    private final Map<String, Object> properties;
    private final EffectSettings settings;
    private final EffectCrew crew;
    private volatile boolean isFailing;

    EffectLane(EffectTopology<?> topology, EffectSettings settings, KafkaSettings kafka, EffectCrew crew) {
        this.topic = topology.source().name();
        this.properties = properties(topology.group(), settings, kafka);
        this.settings = settings;
        this.crew = crew;
    }

    @Override
    public void run() {
        while (!crew.isClosing()) {
            try {
                consume();
            } catch (RuntimeException failure) {
                isFailing = true;
                log.error("a lane of {} failed and starts again", topic, failure);
                pause();
            }
        }
    }

    /** Whether the last thing that happened to it was a failure. */
    boolean isFailing() {
        return isFailing;
    }

    private void consume() {
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        KafkaShareConsumer<byte[], byte[]> consumer = new KafkaShareConsumer<>(properties, bytes, bytes);
        try {
            consumer.setAcknowledgementCommitCallback((offsets, failure) -> {
                if (failure != null) {
                    log.warn("requests will be delivered again: {} of {}", failure.getMessage(), offsets);
                }
            });
            consumer.subscribe(List.of(topic));
            while (!crew.isClosing()) {
                serve(consumer, consumer.poll(POLL));
                isFailing = false;
            }
        } finally {
            consumer.close(CLOSE_PATIENCE); // sends what is acknowledged first
        }
    }

    private void serve(KafkaShareConsumer<byte[], byte[]> consumer, ConsumerRecords<byte[], byte[]> records) {
        Instant roomBy = Instant.now().plus(LONGEST_WAIT_FOR_ROOM);
        Map<ConsumerRecord<byte[], byte[]>, CompletableFuture<Outcome>> runs = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            runs.put(record, crew.start(record, roomBy));
        }
        awaitAll(runs);
        runs.forEach((record, run) -> consumer.acknowledge(record, acknowledgement(run)));
    }

    private void awaitAll(Map<?, CompletableFuture<Outcome>> runs) {
        CompletableFuture<Void> all = CompletableFuture.allOf(runs.values().toArray(CompletableFuture[]::new));
        Instant patientUntil = Instant.now().plus(settings.patience());
        while (!crew.await(all, BETWEEN_LOOKS)
                && !crew.isClosing()
                && Instant.now().isBefore(patientUntil)) {}
        if (crew.isClosing()) {
            crew.await(all, settings.closePatience());
        }
    }

    private AcknowledgeType acknowledgement(CompletableFuture<Outcome> run) {
        if (!run.isDone()) {
            return crew.isClosing() ? AcknowledgeType.RELEASE : handOver();
        }
        return run.join() == Outcome.RELEASED ? AcknowledgeType.RELEASE : AcknowledgeType.ACCEPT;
    }

    private AcknowledgeType handOver() {
        crew.handedOver();
        return AcknowledgeType.ACCEPT;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_AFTER_FAILURE.toMillis());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, Object> properties(String group, EffectSettings settings, KafkaSettings kafka) {
        Map<String, Object> properties = new HashMap<>(kafka.clientProperties());
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        properties.put(ConsumerConfig.SHARE_ACKNOWLEDGEMENT_MODE_CONFIG, "explicit");
        // Takes no more than it can start, and nothing in advance: the broker's lock runs from the taking.
        properties.put(ConsumerConfig.SHARE_ACQUIRE_MODE_CONFIG, "record_limit");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.batch());
        return properties;
    }
}
