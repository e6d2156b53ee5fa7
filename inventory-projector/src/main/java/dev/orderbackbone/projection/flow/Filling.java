package dev.orderbackbone.projection.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Fills a read model from where it stands up to given positions: from the beginning of the log, or with what has come since. Whoever was filling
 * it is shut out. Can be left at any moment, and gone on with by another one. Used by one thread.
 */
public final class Filling implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    /** A log from which nothing comes for so long does not hold what is waited for. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final Workshop workshop;
    private final UnaryOperator<Duration> rest;
    private final LogReader reader;
    private final Map<TopicPartition, Long> beginnings;
    private final Applying applying;
    private long records;

    /** Is told how far a filling is. Called on its thread. */
    @FunctionalInterface
    public interface Progress {
        /**
         * A batch is stored.
         *
         * @param positions where the read model stands now.
         */
        void at(Map<TopicPartition, Long> positions);
    }

    private Filling(
            Workshop workshop,
            UnaryOperator<Duration> rest,
            LogReader reader,
            ReadModel readModel,
            Map<TopicPartition, Long> from,
            Selection selection) {
        UUID owner = UUID.randomUUID();
        this.workshop = workshop;
        this.rest = rest;
        this.reader = reader;
        this.beginnings = reader.assign(from.keySet());
        Map<TopicPartition, Long> starts = new HashMap<>(beginnings);
        from.forEach((partition, offset) -> starts.merge(partition, offset, Math::max));
        Map<TopicPartition, Long> stored = readModel.takeOver(owner, starts);
        reader.seek(stored);
        this.applying = new Applying(owner, workshop, reader, readModel, selection, stored);
    }

    /**
     * Takes over what is to be filled.
     *
     * @param workshop of which the read models are left alone.
     * @param rest how long to rest after work that took so long.
     * @param partitions that the read model is made from.
     * @throws ReadModelUnavailableException if the database does not answer.
     * @throws org.apache.kafka.common.KafkaException if the broker does not.
     */
    public static Filling begin(
            Workshop workshop, UnaryOperator<Duration> rest, ReadModel readModel, Set<TopicPartition> partitions) {
        Map<TopicPartition, Long> wholly = new HashMap<>();
        partitions.forEach(partition -> wholly.put(partition, 0L));
        return ofPart(workshop, rest, readModel, wholly, Selection.ALL);
    }

    /**
     * Takes over what is to be filled with a part of the log.
     *
     * @param workshop of which the read models are left alone.
     * @param rest how long to rest after work that took so long.
     * @param from the partitions, each with the first offset that is wanted.
     * @param selection which records.
     * @throws ReadModelUnavailableException if the database does not answer.
     * @throws org.apache.kafka.common.KafkaException if the broker does not.
     */
    public static Filling ofPart(
            Workshop workshop,
            UnaryOperator<Duration> rest,
            ReadModel readModel,
            Map<TopicPartition, Long> from,
            Selection selection) {
        LogReader reader = LogReader.open(workshop.kafka(), "filling", workshop.settings());
        try {
            return new Filling(workshop, rest, reader, readModel, from, selection);
        } catch (RuntimeException failure) {
            reader.close();
            throw failure;
        }
    }

    /** The first offset that each partition holds. */
    public Map<TopicPartition, Long> beginnings() {
        return beginnings;
    }

    /** Where the read model stands. */
    public Map<TopicPartition, Long> positions() {
        return applying.positions();
    }

    /** How many records this filling has read. */
    public long records() {
        return records;
    }

    /**
     * Goes on, with rests, until the read model stands at these positions, or beyond them where it did before.
     *
     * @throws InterruptedException if the thread is interrupted; what is stored by then is whole.
     * @throws ShutOutException if somebody else has taken over.
     * @throws ReadModelUnavailableException if the database does not answer.
     * @throws org.apache.kafka.common.KafkaException if the broker does not, or the log ends before these positions.
     */
    public void upTo(Map<TopicPartition, Long> limits, Progress progress) throws InterruptedException {
        go(limits, read -> {
            if (!read.isEmpty()) {
                Duration work = apply(read);
                progress.at(applying.positions());
                Thread.sleep(rest.apply(work));
            }
            return true;
        });
    }

    /**
     * As {@link #upTo}, but without rests, as somebody waits.
     *
     * @param patience after which it gives up.
     * @return whether it got there.
     */
    public boolean hurryTo(Map<TopicPartition, Long> limits, Duration patience) throws InterruptedException {
        Instant last = now().plus(patience);
        return go(limits, read -> {
            if (!read.isEmpty()) {
                apply(read);
            }
            return now().isBefore(last);
        });
    }

    @Override
    public void close() {
        reader.close();
    }

    /** What is done with what was read; whether to go on. */
    private interface Step {
        boolean with(ConsumerRecords<byte[], byte[]> read) throws InterruptedException;
    }

    private boolean go(Map<TopicPartition, Long> limits, Step step) throws InterruptedException {
        reader.readUpTo(withoutSteppingBack(limits));
        try {
            Instant heard = now();
            while (!reader.isAtLimits()) {
                ConsumerRecords<byte[], byte[]> read = reader.read(BETWEEN_LOOKS);
                if (!step.with(read)) {
                    return false;
                }
                heard = read.isEmpty() ? heard : now();
                if (Duration.between(heard, now()).compareTo(SILENCE) > 0) {
                    throw new TimeoutException("the log does not go on to " + limits);
                }
            }
            applying.passMarkers(reader.ends());
            return true;
        } catch (InterruptException interrupted) {
            Thread.interrupted(); // Kafka sets it again beside its exception
            throw new InterruptedException("interrupted while filling");
        }
    }

    /** Returns how long it took. */
    private Duration apply(ConsumerRecords<byte[], byte[]> read) {
        Instant start = now();
        applying.apply(read);
        records += read.count();
        return Duration.between(start, now());
    }

    private Map<TopicPartition, Long> withoutSteppingBack(Map<TopicPartition, Long> limits) {
        Map<TopicPartition, Long> reachable = new HashMap<>();
        applying.positions()
                .forEach((partition, position) ->
                        reachable.put(partition, Math.max(position, limits.getOrDefault(partition, position))));
        return reachable;
    }

    private Instant now() {
        return workshop.clock().instant();
    }
}
