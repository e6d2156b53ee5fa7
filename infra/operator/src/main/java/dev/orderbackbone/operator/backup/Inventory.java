package dev.orderbackbone.operator.backup;

import dev.orderbackbone.operator.CommandFailure;
import dev.orderbackbone.operator.log.Cluster;
import dev.orderbackbone.operator.verify.invariant.Consumer;
import dev.orderbackbone.operator.verify.invariant.Consumer.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConfigEntry.ConfigSource;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;

/**
 * What there is of the backbone on a cluster: the topics of the catalogue, and those in which the services keep their states.
 *
 * @param topics by name.
 */
record Inventory(String clusterId, Map<String, Found> topics) {
    private static final String STATE_SUFFIX = "-changelog";

    Inventory {
        topics = new TreeMap<>(topics);
    }

    /**
     * A topic.
     *
     * @param id Kafka's.
     * @param configs its own settings.
     */
    record Found(String name, String id, int partitions, Map<String, String> configs) {}

    /** Asks the cluster. */
    static Inventory of(Admin admin) throws InterruptedException {
        List<String> names = Cluster.get(admin.listTopics().names()).stream()
                .filter(name -> Cluster.catalogue().contains(name) || isState(name))
                .toList();
        Map<String, TopicDescription> descriptions =
                Cluster.get(admin.describeTopics(names).allTopicNames());
        Map<ConfigResource, Config> configs = Cluster.get(
                admin.describeConfigs(names.stream().map(Inventory::resource).toList())
                        .all());
        Map<String, Found> topics = new HashMap<>();
        descriptions.forEach((name, description) -> topics.put(
                name,
                new Found(
                        name,
                        description.topicId().toString(),
                        description.partitions().size(),
                        own(configs.getOrDefault(resource(name), new Config(List.of()))))));
        return new Inventory(Cluster.get(admin.describeCluster().clusterId()), topics);
    }

    /**
     * Returns if all topics of the catalogue are there.
     *
     * @throws CommandFailure if not; names them.
     */
    void requireCatalogue() {
        List<String> missing = Cluster.catalogue().stream()
                .filter(name -> !topics.containsKey(name))
                .toList();
        if (!missing.isEmpty()) {
            throw new CommandFailure("topics are missing: " + String.join(", ", missing)
                    + "; './backbone deploy' makes them, on this machine './backbone up'");
        }
    }

    /** All partitions of all topics. */
    List<TopicPartition> partitions() {
        return topics.values().stream()
                .flatMap(topic -> Cluster.partitionsOf(topic.name(), topic.partitions()))
                .toList();
    }

    /** The consumer groups of the services' deciders, whose positions are committed with what they write. */
    static List<Consumer> deciders() {
        return Consumer.ALL.stream()
                .filter(consumer -> consumer.kind() == Kind.SERVICE)
                .toList();
    }

    /** The consumer groups that carry out effects. */
    static List<Consumer> workers() {
        return Consumer.ALL.stream()
                .filter(consumer -> consumer.kind() == Kind.WORKER)
                .toList();
    }

    private static boolean isState(String topic) {
        return topic.endsWith(STATE_SUFFIX)
                && deciders().stream().anyMatch(service -> topic.startsWith(service.name() + "-"));
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    private static Map<String, String> own(Config config) {
        return config.entries().stream()
                .filter(entry -> entry.source() == ConfigSource.DYNAMIC_TOPIC_CONFIG)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }
}
