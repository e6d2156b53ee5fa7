package dev.orderbackbone.operator.replay;

import dev.orderbackbone.operator.CommandFailure;
import dev.orderbackbone.operator.log.Cluster;
import dev.orderbackbone.operator.log.LogReader;
import dev.orderbackbone.schemas.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;

/** A topic that a replay writes to: a new one, or one that the same replay has begun to fill. */
record TargetTopic(String name, Map<String, Object> clientProperties) {
    private static final Pattern LEGAL = Pattern.compile("[A-Za-z0-9._-]{1,249}");

    /**
     * Returns if nobody of the backbone reads it.
     *
     * @throws CommandFailure if the name cannot be one, or a service would take what is replayed for something new.
     */
    void requireHarmless() {
        if (!LEGAL.matcher(name).matches() || name.equals(".") || name.equals("..")) {
            throw new CommandFailure("'" + name
                    + "' is no topic name: letters, digits, dot, underscore and hyphen, at most 249 of them");
        }
        if (Topics.ALL.stream().anyMatch(topic -> topic.name().equals(name))) {
            throw new CommandFailure(
                    name + " is the backbone's own: services decide on what they read there, and effect workers "
                            + "call the payment gateway and send mails, so what is replayed would happen a second time. Name a new topic; "
                            + "to send a parked record back, './backbone parked redrive'; to build a read model again, './backbone projections rebuild'");
        }
        if (name.startsWith("__") || name.endsWith("-changelog") || name.endsWith("-repartition")) {
            throw new CommandFailure(
                    name + " is named like a topic of Kafka's own or of a service's state: name another");
        }
    }

    /**
     * How far the same replay has come: the last offset of each partition of the source that is there. Empty where there is no such topic.
     *
     * @throws CommandFailure if there is one, and something else is in it.
     */
    Optional<Map<Integer, Long>> begun(String selection) throws InterruptedException {
        try (Cluster cluster = new Cluster(clientProperties)) {
            Integer count = cluster.partitionsOf(List.of(name)).get(name);
            if (count == null) {
                return Optional.empty();
            }
            Map<TopicPartition, Long> ends =
                    cluster.ends(Cluster.partitionsOf(name, count).toList());
            Map<TopicPartition, Long> lasts = new HashMap<>();
            ends.forEach((partition, end) -> lasts.put(partition, Math.max(0, end - 1)));
            Map<Integer, Long> begun = new HashMap<>();
            new LogReader(clientProperties).read(lasts, ends, record -> {
                if (!ReplayHeaders.text(record, ReplayHeaders.SELECTION).equals(selection)) {
                    throw new CommandFailure(
                            name + " exists, and holds something else than this replay: name a new topic");
                }
                begun.put(record.partition(), Long.parseLong(ReplayHeaders.text(record, ReplayHeaders.OFFSET)));
            });
            return Optional.of(begun);
        }
    }

    /** Records in all partitions. */
    long records() throws InterruptedException {
        try (Cluster cluster = new Cluster(clientProperties)) {
            int count = cluster.partitionsOf(List.of(name)).getOrDefault(name, 0);
            return cluster.ends(Cluster.partitionsOf(name, count).toList()).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    /** Makes it, with the broker's usual number of copies. */
    void create(int partitions) throws InterruptedException {
        NewTopic topic = new NewTopic(name, Optional.of(partitions), Optional.empty())
                .configs(Map.of(
                        TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "CreateTime",
                        TopicConfig.RETENTION_MS_CONFIG, "-1"));
        try (Admin admin = Admin.create(clientProperties)) {
            Cluster.get(admin.createTopics(List.of(topic)).all());
        }
    }
}
