package dev.orderbackbone.operator.backup;

import dev.orderbackbone.operator.CommandFailure;
import dev.orderbackbone.operator.backup.Inventory.Found;
import dev.orderbackbone.operator.backup.Manifest.PartitionEntry;
import dev.orderbackbone.operator.backup.Manifest.SegmentEntry;
import dev.orderbackbone.operator.backup.Manifest.TopicEntry;
import dev.orderbackbone.operator.log.Cluster;
import dev.orderbackbone.operator.log.LogReader;
import dev.orderbackbone.schemas.registry.SchemaRegistryClient;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/**
 * Makes one backup into a folder, the first or a further one. The bulk is copied while everything goes on; then the cut is made, and what came
 * since is copied up to it.
 *
 * @param services management addresses of all service processes.
 * @param progress is told how many records have been copied.
 */
record Backup(
        Map<String, Object> clientProperties,
        SchemaRegistryClient registry,
        List<URI> services,
        Clock clock,
        LongConsumer progress) {
    /**
     * Makes it.
     *
     * @throws CommandFailure if it cannot be made; the folder is as valid as before.
     */
    BackupReport into(BackupFolder folder) throws InterruptedException, IOException {
        long began = System.nanoTime();
        try (BackupFolder.Lock _ = folder.lock();
                Admin admin = Admin.create(clientProperties);
                Cluster cluster = new Cluster(clientProperties)) {
            Optional<Manifest> before = folder.manifest();
            Inventory inventory = Inventory.of(admin);
            inventory.requireCatalogue();
            before.ifPresent(manifest -> requireSame(folder, manifest, inventory));

            SchemasInUse schemas = new SchemasInUse();
            List<TopicPartition> partitions = inventory.partitions();
            try (Copying copying = copying(folder, before, cluster, partitions, schemas)) {
                copying.upTo(cluster.ends(partitions));
                Cut cut = new Cutter(admin, cluster, services, clock, Cutter.MEMBERS_PATIENCE).cut(partitions);
                copying.upTo(cut.ends());
                Map<TopicPartition, SegmentEntry> added = copying.finish();
                Manifest manifest = new Manifest(
                        Manifest.FORMAT,
                        Release.current(),
                        inventory.clusterId(),
                        cut.at(),
                        before.map(Manifest::increments).orElse(0) + 1,
                        topics(inventory, before, cut, added),
                        cut.groups(),
                        schemas.with(before.map(Manifest::schemas).orElse(List.of()), registry));
                folder.write(manifest);
                return new BackupReport(
                        manifest, added.values(), cut.standstill(), Duration.ofNanos(System.nanoTime() - began));
            }
        }
    }

    private Copying copying(
            BackupFolder folder,
            Optional<Manifest> before,
            Cluster cluster,
            Collection<TopicPartition> partitions,
            SchemasInUse schemas)
            throws InterruptedException {
        Map<TopicPartition, Long> starts = new HashMap<>(cluster.beginnings(partitions));
        before.ifPresent(manifest -> manifest.topics()
                .forEach(topic -> topic.partitions()
                        .forEach(partition -> starts.merge(
                                new TopicPartition(topic.name(), partition.partition()), partition.end(), Math::max))));
        long[] copied = {0};
        return new Copying(folder, new LogReader(clientProperties), starts, record -> {
            schemas.see(record);
            progress.accept(++copied[0]);
        });
    }

    private static List<TopicEntry> topics(
            Inventory inventory, Optional<Manifest> before, Cut cut, Map<TopicPartition, SegmentEntry> added) {
        List<TopicEntry> topics = new ArrayList<>();
        for (Found topic : inventory.topics().values()) {
            Optional<TopicEntry> known = before.flatMap(manifest -> manifest.topic(topic.name()));
            List<PartitionEntry> partitions = Cluster.partitionsOf(topic.name(), topic.partitions())
                    .map(id -> partition(id, known, cut, added))
                    .toList();
            topics.add(new TopicEntry(topic.name(), topic.id(), topic.configs(), partitions));
        }
        return topics;
    }

    private static PartitionEntry partition(
            TopicPartition id, Optional<TopicEntry> known, Cut cut, Map<TopicPartition, SegmentEntry> added) {
        List<SegmentEntry> segments = new ArrayList<>(
                known.map(topic -> topic.partitions().get(id.partition()).segments())
                        .orElse(List.of()));
        SegmentEntry more = added.get(id);
        if (more != null) {
            segments.add(more);
        }
        return new PartitionEntry(id.partition(), cut.ends().getOrDefault(id, 0L), segments);
    }

    /** What was copied before must be the beginning of what is there now. */
    private static void requireSame(BackupFolder folder, Manifest before, Inventory now) {
        if (!before.clusterId().equals(now.clusterId())) {
            throw new CommandFailure(folder.root() + " is a backup of cluster " + before.clusterId()
                    + ", and this is cluster " + now.clusterId() + ": begin a new folder");
        }
        for (TopicEntry topic : before.topics()) {
            Found found = now.topics().get(topic.name());
            if (found == null
                    || !found.id().equals(topic.id())
                    || found.partitions() != topic.partitions().size()) {
                throw new CommandFailure("topic " + topic.name() + " is no longer the one that " + folder.root()
                        + " is a backup of: it was deleted or made again; begin a new folder");
            }
        }
    }
}
