package dev.orderbackbone.runtime;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * How Kafka Streams runs in a service.
 *
 * @param stateDir folder of the local state; may be lost, it is then restored from the log ({@code STATE_DIR}).
 * @param threads stream threads, 1 to the number of partitions.
 * @param commitInterval how long a transaction gathers inputs, 1 ms or more: what it costs is latency on each hop, what it saves is commits.
 * @param transactionTimeout after which the broker aborts the transaction of a process that died, so that others can go on.
 * @param replicationFactor of changelog topics; -1 for the broker's default.
 * @param standbyReplicas copies of the state kept warm in other instances.
 * @param sessionTimeout after which the group takes a silent process for dead.
 * @param cacheBytes memory in which writes to what changes often are coalesced until the commit.
 * @param timerResolution how long deadlines that pass one after the other are gathered, 10 ms or more: how late one may be noticed.
 */
@ConfigurationProperties("streams")
public record StreamsSettings(
        @Bindable(defaultValue = ".backbone/state") String stateDir,
        @Bindable(defaultValue = "1") int threads,
        @Bindable(defaultValue = "30ms") Duration commitInterval,
        @Bindable(defaultValue = "10s") Duration transactionTimeout,
        @Bindable(defaultValue = "-1") int replicationFactor,
        @Bindable(defaultValue = "0") int standbyReplicas,
        @Bindable(defaultValue = "10s") Duration sessionTimeout,
        @Bindable(defaultValue = "16777216") long cacheBytes,
        @Bindable(defaultValue = "250ms") Duration timerResolution) {
    private static final int LINGER_MS = 1_000;
    private static final int PRODUCER_BATCH_BYTES = 256 * 1024;

    /** Checks the ranges. */
    public StreamsSettings {
        require(threads >= 1, "streams.threads must be 1 or more, but is " + threads);
        require(
                commitInterval.toMillis() >= 1,
                "streams.commit-interval must be 1 ms or more, but is " + commitInterval);
        require(
                timerResolution.toMillis() >= 10,
                "streams.timer-resolution must be 10 ms or more, but is " + timerResolution);
        require(cacheBytes >= 0, "streams.cache-bytes must not be negative, but is " + cacheBytes);
    }

    /** The properties for Kafka Streams. */
    public Properties properties(String applicationId, KafkaSettings kafka) {
        Properties properties = new Properties();
        properties.putAll(kafka.clientProperties());
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDir);
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, commitInterval.toMillis());
        properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, replicationFactor);
        properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, standbyReplicas);
        properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, cacheBytes);
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, StoreTuning.class);
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        // A partition must not wait for another one to have data, and a poll must not sleep through a commit.
        properties.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, -1L);
        properties.put(StreamsConfig.POLL_MS_CONFIG, Math.max(1, commitInterval.toMillis() / 2));
        properties.put(StreamsConfig.topicPrefix(TopicConfig.COMPRESSION_TYPE_CONFIG), "producer");
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), (int)
                sessionTimeout.toMillis());
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), (int)
                (sessionTimeout.toMillis() / 3));
        // Nobody sees a record before its transaction is committed, and the commit sends what lingers: to send earlier
        // costs requests only.
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), LINGER_MS);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), PRODUCER_BATCH_BYTES);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), (int)
                transactionTimeout.toMillis());
        return properties;
    }

    private static void require(boolean condition, String rule) {
        if (!condition) {
            throw new IllegalArgumentException(rule);
        }
    }
}
