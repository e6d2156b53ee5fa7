package dev.orderbackbone.operator.backup;

import dev.orderbackbone.operator.CommandFailure;
import dev.orderbackbone.operator.backup.Inventory.Found;
import dev.orderbackbone.operator.backup.Manifest.PartitionEntry;
import dev.orderbackbone.operator.backup.Manifest.TopicEntry;
import dev.orderbackbone.operator.change.Change;
import dev.orderbackbone.operator.change.ChangeProgress;
import dev.orderbackbone.operator.change.Operation;
import dev.orderbackbone.operator.change.Outcome;
import dev.orderbackbone.operator.change.Plan;
import dev.orderbackbone.operator.change.Plan.Part;
import dev.orderbackbone.operator.log.Cluster;
import dev.orderbackbone.operator.text.Words;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.registry.SchemaRegistryClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.TopicPartition;

/** Brings a backup to an empty cluster. */
final class Restore implements Change {
    private static final Duration ENDS_PATIENCE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final String AUDIT = Topics.OPERATIONS_AUDIT.name();

    private final BackupFolder folder;
    private final Manifest manifest;
    private final Map<String, Object> clientProperties;
    private final SchemaRegistryClient registry;
    private final Clock clock;
    private final long beganNanos = System.nanoTime();

    /**
     * Of a folder.
     *
     * @throws CommandFailure if it is no backup.
     */
    Restore(BackupFolder folder, Map<String, Object> clientProperties, SchemaRegistryClient registry, Clock clock) {
        this.folder = folder;
        this.manifest = folder.requireManifest();
        this.clientProperties = clientProperties;
        this.registry = registry;
        this.clock = clock;
    }

    @Override
    public String command() {
        return "restore";
    }

    @Override
    public String target() {
        return "the whole log";
    }

    @Override
    public Plan plan() throws InterruptedException {
        requireThisRelease();
        try (Admin admin = Admin.create(clientProperties);
                Cluster cluster = new Cluster(clientProperties)) {
            new EmptyCluster(cluster, Inventory.of(admin)).require(manifest);
        }
        segments().forEach(Segment::check);
        return new Plan(
                "bring " + Words.count(manifest.records()) + " records of "
                        + manifest.topics().size()
                        + " topics and the positions of " + manifest.groups().size()
                        + " consumer groups to this cluster, as of " + Words.at(manifest.cutAt()) + " UTC ("
                        + Words.of(Duration.between(manifest.cutAt(), clock.instant())) + " ago)",
                parts(),
                new TreeSet<>(),
                Optional.empty(),
                List.of(
                        "no service and no simulator may run on this cluster until it is done",
                        "what came after that time is not in the backup; outside calls that were asked for before it and not answered are "
                                + "made again, marked as repeated: the gateway is asked first, a mail may come twice under its Message-ID"));
    }

    /** Its own entries come after those of the backup, which must be there first. */
    @Override
    public void prepare(Plan plan) throws InterruptedException {
        List<TopicEntry> audit =
                topics().filter(topic -> topic.name().equals(AUDIT)).toList();
        try (Writing writing = writing()) {
            writing.write(audit, _ -> {});
        }
    }

    @Override
    public Outcome run(Plan plan, Operation operation, ChangeProgress progress) throws InterruptedException {
        List<TopicEntry> rest =
                topics().filter(topic -> !topic.name().equals(AUDIT)).toList();
        long total = rest.stream().mapToLong(TopicEntry::records).sum();
        try (Admin admin = Admin.create(clientProperties);
                Cluster cluster = new Cluster(clientProperties)) {
            createStates(admin);
            try (Writing writing = writing()) {
                writing.write(rest, written -> progress.at("records", written, total));
            }
            List<String> faults = faults(cluster);
            if (faults.isEmpty()) {
                new RestoredPositions(admin, manifest).set();
            }
            SequencedMap<String, Long> counts = new LinkedHashMap<>();
            counts.put("records", manifest.records());
            counts.put("topics", (long) manifest.topics().size());
            counts.put("consumer groups", (long) manifest.groups().size());
            counts.put("schemas", (long) manifest.schemas().size());
            counts.put(
                    "seconds", Duration.ofNanos(System.nanoTime() - beganNanos).toSeconds());
            return new Outcome(counts, faults);
        }
    }

    private void requireThisRelease() {
        if (!manifest.release().equals(Release.current())) {
            throw new CommandFailure("the backup is of release " + manifest.release() + ", this is release "
                    + Release.current() + ": restore with that release, then change to this one");
        }
    }

    private Writing writing() {
        return new Writing(clientProperties, folder, SchemaTranslation.register(manifest.schemas(), registry));
    }

    private Stream<TopicEntry> topics() {
        return manifest.topics().stream();
    }

    private Stream<Segment> segments() {
        return topics().flatMap(topic -> topic.partitions().stream())
                .flatMap(partition -> partition.segments().stream())
                .map(segment -> new Segment(folder.file(segment), segment));
    }

    /** A broker would make them as it makes topics by default; the services make them compacted, as they were. */
    private void createStates(Admin admin) throws InterruptedException {
        Map<String, Found> present = Inventory.of(admin).topics();
        List<NewTopic> missing = topics().filter(topic -> !present.containsKey(topic.name()))
                .map(topic -> new NewTopic(
                                topic.name(), Optional.of(topic.partitions().size()), Optional.empty())
                        .configs(topic.configs()))
                .toList();
        Cluster.get(admin.createTopics(missing).all());
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (TopicEntry topic : manifest.topics()) {
            for (PartitionEntry partition : topic.partitions()) {
                if (partition.records() > 0) {
                    parts.add(new Part(topic.name(), partition.partition(), "", partition.records(), null, null));
                }
            }
        }
        return parts;
    }

    /** Each record was compared when it was written; what is left to compare is where everything ends, once the last markers have come. */
    private List<String> faults(Cluster cluster) throws InterruptedException {
        Map<TopicPartition, Long> wanted = new LinkedHashMap<>();
        topics().filter(topic ->
                        Writing.isOffsetToBeKept(topic) && !topic.name().equals(AUDIT))
                .forEach(topic -> topic.partitions()
                        .forEach(partition ->
                                wanted.put(new TopicPartition(topic.name(), partition.partition()), partition.end())));
        long deadline = System.nanoTime() + ENDS_PATIENCE.toNanos();
        while (true) {
            Map<TopicPartition, Long> ends = cluster.ends(wanted.keySet());
            List<String> faults = new ArrayList<>();
            wanted.forEach((partition, end) -> {
                if (!end.equals(ends.get(partition))) {
                    faults.add(partition + " ends at " + ends.get(partition) + " instead of " + end);
                }
            });
            if (faults.isEmpty() || System.nanoTime() - deadline > 0) {
                return faults;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }
}
