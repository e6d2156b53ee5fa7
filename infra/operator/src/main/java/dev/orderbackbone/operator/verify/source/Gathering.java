package dev.orderbackbone.operator.verify.source;

import dev.orderbackbone.operator.log.Cluster;
import dev.orderbackbone.operator.log.LogReader;
import dev.orderbackbone.operator.verify.evidence.ConsumerPosition;
import dev.orderbackbone.operator.verify.evidence.GatewayEffect;
import dev.orderbackbone.operator.verify.evidence.Ledger;
import dev.orderbackbone.operator.verify.evidence.SentMail;
import dev.orderbackbone.operator.verify.evidence.Standing;
import dev.orderbackbone.operator.verify.invariant.Consumer;
import dev.orderbackbone.operator.verify.invariant.Consumer.Kind;
import dev.orderbackbone.operator.verify.source.Sources.Database;
import dev.orderbackbone.schemas.Topic;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Gathers, once, all evidence that can change while an installation runs, in the order that {@link
 * dev.orderbackbone.operator.verify.evidence.Evidence} demands. Lives for one gathering.
 */
final class Gathering {
    /** Two cuts at once would tell nothing of what is being written. */
    private static final long BETWEEN_CUTS_MS = 500;

    private final Sources sources;
    private final Cluster cluster;
    private final LogReader reader;
    private final List<String> gaps = new ArrayList<>();
    private final List<ConsumerPosition> positions = new ArrayList<>();
    private final Map<TopicPartition, Long> workers = new HashMap<>();

    private Gathering(Sources sources, Cluster cluster, LogReader reader) {
        this.sources = sources;
        this.cluster = cluster;
        this.reader = reader;
    }

    /**
     * What was gathered.
     *
     * @param beginnings first offset that is left of each partition.
     * @param settled the first cut.
     * @param ends the second cut.
     */
    record Gathered(
            Partitions partitions,
            Map<TopicPartition, Long> beginnings,
            Map<TopicPartition, Long> settled,
            Map<TopicPartition, Long> ends,
            @Nullable JdbcReadModel readModel,
            @Nullable Ledger<GatewayEffect> gateway,
            @Nullable Ledger<SentMail> mail,
            @Nullable Ledger<String> accepted,
            Standing standing,
            List<String> gaps) {}

    static Gathered gather(Sources sources, LogReader reader) throws InterruptedException {
        try (Cluster cluster = new Cluster(sources.kafka())) {
            return new Gathering(sources, cluster, reader).gather();
        }
    }

    private Gathered gather() throws InterruptedException {
        Partitions partitions = new Partitions(cluster.partitionsOf(Cluster.catalogue()));
        Map<TopicPartition, Long> beginnings = cluster.beginnings(partitions.all());
        Map<TopicPartition, Long> settled = cluster.ends(partitions.all());
        JdbcReadModel readModel = readModel();
        Ledger<GatewayEffect> gateway = gateway();
        Ledger<SentMail> mail = mail();
        Ledger<String> accepted = accepted();
        for (Consumer consumer : Consumer.ALL) {
            gatherPositions(consumer, partitions);
        }
        Thread.sleep(BETWEEN_CUTS_MS);
        Map<TopicPartition, Long> ends = cluster.ends(partitions.all());
        gaps.addAll(partitions.faults(beginnings));
        return new Gathered(
                partitions,
                beginnings,
                settled,
                ends,
                readModel,
                gateway,
                mail,
                accepted,
                new QuietCheck(reader, positions, workers).of(partitions, beginnings, settled, ends),
                List.copyOf(gaps));
    }

    private void gatherPositions(Consumer consumer, Partitions partitions) throws InterruptedException {
        if (consumer.kind() == Kind.SERVICE) {
            gatherService(consumer, partitions);
        } else if (consumer.kind() == Kind.WORKER) {
            for (Topic topic : consumer.inputs()) {
                workers.putAll(cluster.positionsOf(consumer.name(), partitions.of(topic)));
            }
        }
    }

    private void gatherService(Consumer consumer, Partitions partitions) throws InterruptedException {
        List<TopicPartition> inputs = consumer.inputs().stream()
                .flatMap(topic -> partitions.of(topic).stream())
                .toList();
        Map<TopicPartition, Long> before = cluster.positionsOf(consumer.name(), inputs);
        Tallies tallies = talliesOf(consumer.name());
        Map<TopicPartition, Long> after = cluster.positionsOf(consumer.name(), inputs);
        inputs.forEach(partition -> positions.add(new ConsumerPosition(
                consumer.name(),
                partition.topic(),
                partition.partition(),
                before.getOrDefault(partition, 0L),
                after.getOrDefault(partition, 0L),
                tallies.of(partition))));
    }

    private Tallies talliesOf(String service) throws InterruptedException {
        String topic = Tallies.topicOf(service);
        int count = cluster.partitionsOf(List.of(topic)).getOrDefault(topic, 0);
        if (count == 0) {
            gaps.add("there is no topic " + topic + ": what " + service + " has counted is not known");
        }
        List<TopicPartition> all = Cluster.partitionsOf(topic, count).toList();
        return Tallies.read(reader, cluster.beginnings(all), cluster.ends(all));
    }

    private @Nullable JdbcReadModel readModel() {
        Database database = sources.database();
        if (database == null) {
            return null;
        }
        try {
            JdbcReadModel model = JdbcReadModel.snapshot(
                    DriverManager.getConnection(database.url(), database.user(), database.password()));
            positions.addAll(model.positions().stream()
                    .filter(position -> Cluster.catalogue().contains(position.topic()))
                    .toList());
            return model;
        } catch (SQLException e) {
            gaps.add("the read models at " + database.url() + " cannot be read: " + e.getMessage());
            return null;
        }
    }

    private @Nullable Ledger<GatewayEffect> gateway() {
        String ledger = sources.gatewayLedger();
        try {
            return ledger == null ? null : Ledgers.gateway(ledger);
        } catch (IOException e) {
            return unreadable("the gateway's ledger " + ledger, e);
        }
    }

    private @Nullable Ledger<SentMail> mail() {
        String ledger = sources.mailLedger();
        try {
            return ledger == null ? null : Ledgers.mail(ledger);
        } catch (IOException e) {
            return unreadable("the mail server's ledger " + ledger, e);
        }
    }

    private @Nullable Ledger<String> accepted() {
        try {
            return sources.accepted().isEmpty() ? null : AcceptedIds.of(sources.accepted());
        } catch (IOException e) {
            return unreadable("a list of accepted orders", e);
        }
    }

    private <E> @Nullable Ledger<E> unreadable(String what, IOException why) {
        gaps.add(what + " cannot be read: " + why);
        return null;
    }
}
