package dev.orderbackbone.runtime;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;

/**
 * Where Kafka is.
 *
 * @param bootstrapServers host:port, comma-separated ({@code KAFKA_BOOTSTRAP_SERVERS}).
 * @param properties further client properties as Kafka names them, such as {@code security.protocol}
 *     ({@code kafka.properties.*} in a configuration file).
 */
@ConfigurationProperties("kafka")
public record KafkaSettings(
        @Bindable(defaultValue = "127.0.0.1:9092") String bootstrapServers, Map<String, String> properties) {
    /**
     * The properties that every client of this process starts from. Clients' metrics are not told to JMX unless
     * {@code metric.reporters} says so: to register the hundreds of them took a twentieth of a service's start.
     */
    public Map<String, Object> clientProperties() {
        Map<String, Object> all = new HashMap<>(Map.of(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, ""));
        all.putAll(properties);
        all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return all;
    }
}
