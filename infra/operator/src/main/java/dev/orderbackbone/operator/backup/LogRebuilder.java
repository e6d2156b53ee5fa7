package dev.orderbackbone.operator.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.operator.CommandFailure;
import dev.orderbackbone.operator.backup.PartitionSource.Run;
import dev.orderbackbone.operator.log.Cluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes partitions anew so that each record comes to stand at its old offset. For one thread; to be closed.
 *
 * <p>Nobody can write a marker of a transaction, but where one stood, a transaction can end: a gap of one offset is made by committing the run
 * before it. A longer one is made by aborting a transaction with as many records as are missing, less one for its marker; readers of committed
 * records do not see them. All partitions go on together, each by one run, so that there are as many transactions as the partition with most gaps
 * has.
 *
 * <p>Whatever is written to a partition waits for the marker of the transaction before it. What is written outside of transactions would come to stand
 * before it. What is written by the next transaction was now and then refused as part of none (one of 13 restores of 100,000 orders ended so, and the only
 * one of a million): presumably the marker's arrival ends what the broker has begun to verify for that one.
 */
final class LogRebuilder implements AutoCloseable {
    private static final byte[] FILLER = "filler".getBytes(UTF_8);
    private static final int MOST_FILLERS = 100_000;
    private static final Duration MARKERS_PATIENCE = Duration.ofSeconds(30);

    private final Admin admin;
    private final Cluster cluster;
    private final Producer<byte[], byte[]> plain;
    private final Producer<byte[], byte[]> transactional;
    private final SchemaTranslation schemas;
    private final LongConsumer written;
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    /**
     * Partitions whose last transaction has ended, as far as its producer knows, with where they end once they have its marker: it may still be on its
     * way.
     */
    private final Map<TopicPartition, Long> markersUnderWay = new HashMap<>();

    /**
     * Connects.
     *
     * @param name of its transactions, which no other one has.
     * @param written is told of so many more records that the broker has.
     */
    LogRebuilder(
            Map<String, Object> clientProperties,
            Admin admin,
            Cluster cluster,
            String name,
            SchemaTranslation schemas,
            LongConsumer written) {
        this.admin = admin;
        this.cluster = cluster;
        this.schemas = schemas;
        this.written = written;
        Map<String, Object> properties = new HashMap<>(clientProperties);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 1_000); // each round flushes
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 32 << 20); // what a record may have, the broker knows
        this.plain = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, name);
        this.transactional = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /**
     * Writes all of these partitions, which are empty, gaps included.
     *
     * @throws CommandFailure if a record comes to stand elsewhere than it did.
     */
    void rebuild(Collection<PartitionSource> sources) throws InterruptedException {
        transactional.initTransactions();
        List<PartitionSource> open = new ArrayList<>(sources);
        skipToFirstRecords(sources);
        open.removeIf(source -> !source.hasNext());
        while (!open.isEmpty()) {
            Map<PartitionSource, Run> round = new LinkedHashMap<>();
            open.forEach(source -> round.put(source, source.next()));
            write(round);
            open.removeIf(source -> !source.hasNext());
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    /** Writes the records of these partitions without their gaps, for readers that do not go by offsets. */
    void append(Collection<PartitionSource> sources) throws InterruptedException {
        for (PartitionSource source : sources) {
            while (source.hasNext()) {
                Run run = source.next();
                run.records().forEach(record -> send(plain, source.id(), record, false));
                flush(plain, run.records().size());
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
        }
    }

    @Override
    public void close() {
        transactional.close();
        plain.close();
    }

    private void write(Map<PartitionSource, Run> round) throws InterruptedException {
        Map<TopicPartition, Run> outside = new LinkedHashMap<>();
        Map<TopicPartition, Run> committed = new LinkedHashMap<>();
        Map<TopicPartition, Gap> gaps = new LinkedHashMap<>();
        round.forEach((source, run) -> {
            (run.gap() == 1 ? committed : outside).put(source.id(), run);
            if (run.gap() > 1) {
                gaps.put(source.id(), new Gap(endOf(run), run.gap()));
            }
        });
        writeOutsideOfTransactions(outside);
        commit(committed);
        leaveOut(gaps);
    }

    private void writeOutsideOfTransactions(Map<TopicPartition, Run> runs) throws InterruptedException {
        if (!runs.isEmpty()) {
            awaitMarkers(runs.keySet());
            runs.forEach((id, run) -> run.records().forEach(record -> send(plain, id, record, true)));
            flush(plain, recordsOf(runs));
        }
    }

    private void commit(Map<TopicPartition, Run> runs) throws InterruptedException {
        if (!runs.isEmpty()) {
            awaitMarkers(runs.keySet());
            transactional.beginTransaction();
            runs.forEach((id, run) -> run.records().forEach(record -> send(transactional, id, record, true)));
            transactional.commitTransaction();
            runs.forEach((id, run) -> markersUnderWay.put(id, endOf(run) + 1));
            tell(recordsOf(runs));
        }
    }

    private void awaitMarkers(Collection<TopicPartition> ids) throws InterruptedException {
        Map<TopicPartition, Long> awaited = new HashMap<>(markersUnderWay);
        awaited.keySet().retainAll(ids);
        markersUnderWay.keySet().removeAll(ids);
        long deadline = System.nanoTime() + MARKERS_PATIENCE.toNanos();
        while (!awaited.isEmpty()) {
            Map<TopicPartition, Long> ends = cluster.uncommittedEnds(awaited.keySet());
            awaited.entrySet().removeIf(each -> ends.getOrDefault(each.getKey(), 0L) >= each.getValue());
            if (System.nanoTime() - deadline > 0) {
                throw new CommandFailure("no marker of a transaction comes to " + awaited + " for "
                        + MARKERS_PATIENCE.toSeconds() + " s");
            }
        }
    }

    /** The offset after its last record. */
    private static long endOf(Run run) {
        return run.records().getLast().offset() + 1;
    }

    private static long recordsOf(Map<TopicPartition, Run> runs) {
        return runs.values().stream().mapToLong(run -> run.records().size()).sum();
    }

    /**
     * Offsets without a record.
     *
     * @param from the first one.
     * @param length how many, two or more.
     */
    private record Gap(long from, long length) {
        /** What is left when so many are made. */
        Gap after(long offsets) {
            return new Gap(from + offsets, length - offsets);
        }
    }

    private void leaveOut(Map<TopicPartition, Gap> gaps) throws InterruptedException {
        Map<TopicPartition, Gap> left = new LinkedHashMap<>(gaps);
        while (!left.isEmpty()) {
            awaitMarkers(left.keySet());
            transactional.beginTransaction();
            for (Map.Entry<TopicPartition, Gap> each : Map.copyOf(left).entrySet()) {
                TopicPartition id = each.getKey();
                Gap gap = each.getValue();
                // what is left is two or more
                long now = gap.length() <= MOST_FILLERS ? gap.length() : Math.min(MOST_FILLERS, gap.length() - 2);
                for (long filler = 1; filler < now; filler++) {
                    var _ = transactional.send(
                            new ProducerRecord<>(id.topic(), id.partition(), FILLER, FILLER), this::sent);
                }
                markersUnderWay.put(id, gap.from() + now);
                if (gap.length() > now) {
                    left.put(id, gap.after(now));
                } else {
                    left.remove(id);
                }
            }
            transactional.flush();
            requireNoFailure();
            transactional.abortTransaction();
        }
    }

    /** Offsets before the first record. One alone has no room for a record and a marker: it is written, and deleted. */
    private void skipToFirstRecords(Collection<PartitionSource> sources) throws InterruptedException {
        Map<TopicPartition, Gap> gaps = new LinkedHashMap<>();
        Map<TopicPartition, RecordsToDelete> single = new LinkedHashMap<>();
        for (PartitionSource source : sources) {
            TopicPartition id = source.id();
            long gap = source.gapBefore();
            if (gap == 1) {
                var _ = plain.send(new ProducerRecord<>(id.topic(), id.partition(), FILLER, FILLER), this::sent);
                single.put(id, RecordsToDelete.beforeOffset(gap));
            } else if (gap > 1) {
                gaps.put(id, new Gap(0, gap));
            }
        }
        flush(plain, 0);
        Cluster.get(admin.deleteRecords(single).all());
        leaveOut(gaps);
    }

    private void send(
            Producer<byte[], byte[]> producer, TopicPartition id, StoredRecord record, boolean isOffsetToBeKept) {
        ProducerRecord<byte[], byte[]> copy = new ProducerRecord<>(
                id.topic(),
                id.partition(),
                Math.max(0, record.timestamp()),
                record.key(),
                schemas.translated(id.topic(), record.value()),
                List.of(record.headers()));
        var _ = producer.send(copy, (metadata, refusal) -> {
            sent(metadata, refusal);
            if (refusal == null && isOffsetToBeKept && metadata.offset() != record.offset()) {
                failure.compareAndSet(
                        null,
                        new CommandFailure(
                                "the record of " + id + " at offset " + record.offset() + " came to stand at "
                                        + metadata.offset()
                                        + ": somebody else writes to this cluster. Restore to a fresh one, while nothing else runs on it"));
            }
        });
    }

    private void sent(@Nullable RecordMetadata metadata, @Nullable Exception refusal) {
        if (refusal != null) {
            failure.compareAndSet(null, refusal instanceof KafkaException known ? known : new KafkaException(refusal));
        }
    }

    private void flush(Producer<byte[], byte[]> producer, long records) {
        producer.flush();
        tell(records);
    }

    private void tell(long records) {
        requireNoFailure();
        written.accept(records);
    }

    private void requireNoFailure() {
        RuntimeException first = failure.get();
        if (first != null) {
            throw first;
        }
    }
}
