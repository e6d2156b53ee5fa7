package dev.orderbackbone.operator.backup;

import dev.orderbackbone.operator.backup.Manifest.TopicEntry;
import dev.orderbackbone.operator.log.Cluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.admin.Admin;

/** Writes topics of a backup, several partitions at a time. To be closed. */
final class Writing implements AutoCloseable {
    private static final int LANES = 4;
    private static final long BETWEEN_LOOKS_MS = 200;

    private final Map<String, Object> clientProperties;
    private final BackupFolder folder;
    private final SchemaTranslation schemas;
    private final Admin admin;
    private final Cluster cluster;

    Writing(Map<String, Object> clientProperties, BackupFolder folder, SchemaTranslation schemas) {
        this.clientProperties = clientProperties;
        this.folder = folder;
        this.schemas = schemas;
        this.admin = Admin.create(clientProperties);
        this.cluster = new Cluster(clientProperties);
    }

    /** What is compacted, states and levels, has gaps without end, and nobody's position. */
    static boolean isOffsetToBeKept(TopicEntry topic) {
        return !topic.isCompacted();
    }

    /**
     * Writes them.
     *
     * @param progress is told now and then how many records are written.
     */
    void write(List<TopicEntry> topics, LongConsumer progress) throws InterruptedException {
        List<PartitionSource> exact =
                sources(topics.stream().filter(Writing::isOffsetToBeKept).toList());
        List<PartitionSource> states = sources(
                topics.stream().filter(topic -> !isOffsetToBeKept(topic)).toList());
        AtomicLong written = new AtomicLong();
        ExecutorService threads = Executors.newFixedThreadPool(LANES + 1);
        try {
            ExecutorCompletionService<Boolean> lanes = new ExecutorCompletionService<>(threads);
            int under = 0;
            for (List<PartitionSource> lane : lanes(exact)) {
                String name = "backbone-restore-" + under++;
                var _ = lanes.submit(() -> inLane(name, written, rebuilder -> rebuilder.rebuild(lane)));
            }
            var _ = lanes.submit(
                    () -> inLane("backbone-restore-states", written, rebuilder -> rebuilder.append(states)));
            await(lanes, under + 1, written, progress);
        } finally {
            threads.shutdownNow();
            boolean _ = threads.awaitTermination(1, TimeUnit.MINUTES);
            closeAll(exact);
            closeAll(states);
        }
    }

    @Override
    public void close() {
        cluster.close();
        admin.close();
    }

    @FunctionalInterface
    private interface Work {
        void with(LogRebuilder rebuilder) throws InterruptedException;
    }

    private boolean inLane(String name, AtomicLong written, Work work) throws InterruptedException {
        try (LogRebuilder rebuilder =
                new LogRebuilder(clientProperties, admin, cluster, name, schemas, written::addAndGet)) {
            work.with(rebuilder);
        }
        return true;
    }

    private static void await(
            ExecutorCompletionService<Boolean> lanes, int count, AtomicLong written, LongConsumer progress)
            throws InterruptedException {
        int open = count;
        while (open > 0) {
            Future<Boolean> ended = lanes.poll(BETWEEN_LOOKS_MS, TimeUnit.MILLISECONDS);
            progress.accept(written.get());
            if (ended != null) {
                get(ended);
                open--;
            }
        }
    }

    private static void get(Future<Boolean> ended) throws InterruptedException {
        try {
            boolean _ = ended.get();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException known
                    ? known
                    : new IllegalStateException(failure.getCause());
        }
    }

    /** Each with about as many records; the time of a lane is that of its partition with most gaps. */
    private static List<List<PartitionSource>> lanes(List<PartitionSource> sources) {
        List<List<PartitionSource>> lanes = new ArrayList<>();
        for (int lane = 0; lane < LANES; lane++) {
            lanes.add(new ArrayList<>());
        }
        int next = 0;
        for (PartitionSource source : sources) {
            lanes.get(next++ % LANES).add(source);
        }
        lanes.removeIf(List::isEmpty);
        return lanes;
    }

    private List<PartitionSource> sources(List<TopicEntry> topics) {
        return topics.stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new PartitionSource(folder, topic.name(), partition)))
                .toList();
    }

    private static void closeAll(List<PartitionSource> sources) {
        try {
            for (PartitionSource source : sources) {
                source.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
