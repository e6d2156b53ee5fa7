package dev.orderbackbone.operator.change;

import dev.orderbackbone.operator.CommandFailure;
import dev.orderbackbone.operator.log.Cluster;
import dev.orderbackbone.operator.log.Cluster.Member;
import dev.orderbackbone.schemas.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The right to change a target, which one tool has at a time on the whole installation: that one has it to which a consumer group of the
 * target's name gives the only partition of {@code operations.audit}. A tool that is killed, or stands still, loses it after ten seconds.
 */
final class Lease implements AutoCloseable {
    private static final String GROUP_PREFIX = "backbone-operation.";
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int SESSION_MS = 10_000;
    private static final int HEARTBEAT_MS = 2_000;

    private final String target;
    private final Thread keeper;
    private final CompletableFuture<Boolean> granted = new CompletableFuture<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile boolean isHeld;

    private Lease(Map<String, Object> clientProperties, String target, String by) {
        this.target = target;
        this.keeper = Thread.ofPlatform()
                .daemon()
                .name("lease-of-" + target)
                .unstarted(() -> keep(consumerProperties(clientProperties, target, by)));
    }

    /**
     * Takes the right to change a target; to be closed.
     *
     * @throws CommandFailure if somebody else has it: the message says who.
     */
    static Lease take(Map<String, Object> clientProperties, String target, String by) throws InterruptedException {
        List<String> holders = holdersOf(clientProperties, target);
        if (!holders.isEmpty()) {
            throw new CommandFailure(
                    String.join(", ", holders) + " is changing " + target + " at this moment; nothing was done");
        }
        Lease lease = new Lease(clientProperties, target, by);
        lease.keeper.start();
        try {
            if (!lease.granted.get()) {
                lease.close();
                throw new CommandFailure("somebody else is changing " + target + " at this moment; nothing was done");
            }
            return lease;
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof KafkaException known ? known : new KafkaException(failure.getCause());
        }
    }

    /**
     * Returns while it is held.
     *
     * @throws CommandFailure if it is lost.
     */
    void requireHeld() {
        if (!isHeld) {
            throw new CommandFailure(
                    "the lease of " + target
                            + " was lost, as Kafka did not hear of this tool for too long; run the same command again to continue");
        }
    }

    @Override
    public void close() {
        closing.countDown();
        boolean interrupted = false;
        while (keeper.isAlive()) {
            try {
                keeper.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep(Map<String, Object> properties) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topics.OPERATIONS_AUDIT.name()), new Holding(consumer));
            while (closing.getCount() > 0) {
                consumer.poll(POLL);
            }
        } catch (KafkaException failure) {
            granted.completeExceptionally(failure);
        } finally {
            isHeld = false;
        }
    }

    /** Whoever joins later is given nothing, as the assignor leaves what is assigned where it is. */
    private final class Holding implements ConsumerRebalanceListener {
        private final KafkaConsumer<byte[], byte[]> consumer;

        private Holding(KafkaConsumer<byte[], byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> added) {
            consumer.pause(added);
            isHeld = !consumer.assignment().isEmpty();
            granted.complete(isHeld);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> gone) {
            isHeld = false;
        }
    }

    private static Map<String, Object> consumerProperties(
            Map<String, Object> clientProperties, String target, String by) {
        Map<String, Object> properties = new HashMap<>(clientProperties);
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, groupOf(target));
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, by);
        properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MS);
        properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MS);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        return properties;
    }

    private static List<String> holdersOf(Map<String, Object> clientProperties, String target)
            throws InterruptedException {
        try (Cluster cluster = new Cluster(clientProperties)) {
            return cluster.membersOf(groupOf(target)).stream()
                    .map(Member::toString)
                    .toList();
        }
    }

    private static String groupOf(String target) {
        return GROUP_PREFIX + target.replace(' ', '-');
    }
}
