package dev.orderbackbone.operator.verify.source;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.operator.log.LogReader;
import dev.orderbackbone.operator.verify.evidence.Evidence;
import dev.orderbackbone.operator.verify.evidence.GatewayEffect;
import dev.orderbackbone.operator.verify.evidence.Ledger;
import dev.orderbackbone.operator.verify.evidence.LogRecord;
import dev.orderbackbone.operator.verify.evidence.ParkedRecord;
import dev.orderbackbone.operator.verify.evidence.ReadModel;
import dev.orderbackbone.operator.verify.evidence.RedriveRecord;
import dev.orderbackbone.operator.verify.evidence.SentMail;
import dev.orderbackbone.operator.verify.evidence.Standing;
import dev.orderbackbone.operator.verify.source.Gathering.Gathered;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.UndecodableException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The evidence of an installation, running or not. What can change was gathered when it was made; records are read when they are asked for. */
public final class InstallationEvidence implements Evidence {
    private final LogReader reader;
    private final MessageDeserializer deserializer;
    private final Gathered gathered;

    private InstallationEvidence(LogReader reader, MessageDeserializer deserializer, Gathered gathered) {
        this.reader = reader;
        this.deserializer = deserializer;
        this.gathered = gathered;
    }

    /**
     * Gathers the evidence. What cannot be found is noted as a {@linkplain #gaps gap}; only without Kafka and the registry there is none.
     *
     * @throws org.apache.kafka.common.KafkaException if Kafka cannot be reached, or refuses.
     */
    public static InstallationEvidence gather(Sources sources) throws InterruptedException {
        LogReader reader = new LogReader(sources.kafka());
        return new InstallationEvidence(
                reader, MessageDeserializer.create(sources.registry()), Gathering.gather(sources, reader));
    }

    @Override
    public int partitions() {
        return gathered.partitions().slices();
    }

    @Override
    public Standing standing() {
        return gathered.standing();
    }

    @Override
    public void readParked(Consumer<ParkedRecord> parked) {
        read(
                gathered.partitions().parked(),
                record -> parked.accept(ParkedReader.of(Topics.serviceOf(Topics.named(record.topic())), record)));
    }

    @Override
    public void readRedrives(Consumer<RedriveRecord> redrives) {
        read(gathered.partitions().redrive(), record -> redrives.accept(RedriveReader.of(record, deserializer)));
    }

    @Override
    public void readShared(Consumer<LogRecord> records) {
        read(gathered.partitions().shared(), record -> records.accept(recordOf(record)));
    }

    @Override
    public void readOrders(int partition, Consumer<LogRecord> records) {
        read(gathered.partitions().slice(partition), record -> records.accept(recordOf(record)));
    }

    @Override
    public Optional<Ledger<GatewayEffect>> gateway() {
        return Optional.ofNullable(gathered.gateway());
    }

    @Override
    public Optional<Ledger<SentMail>> mail() {
        return Optional.ofNullable(gathered.mail());
    }

    @Override
    public Optional<ReadModel> readModel() {
        return Optional.ofNullable(gathered.readModel());
    }

    @Override
    public Optional<Ledger<String>> accepted() {
        return Optional.ofNullable(gathered.accepted());
    }

    @Override
    public List<String> gaps() {
        return gathered.gaps();
    }

    @Override
    public void close() {
        JdbcReadModel model = gathered.readModel();
        if (model != null) {
            model.close();
        }
    }

    @Override
    public long mostRecords(int partition) {
        return offsetsOf(gathered.partitions().slice(partition));
    }

    /** How many offsets there are to read, markers of transactions included. */
    public long offsetsToRead() {
        return offsetsOf(gathered.partitions().all());
    }

    private long offsetsOf(Collection<TopicPartition> partitions) {
        return partitions.stream()
                .mapToLong(partition -> gathered.ends().getOrDefault(partition, 0L)
                        - gathered.beginnings().getOrDefault(partition, 0L))
                .sum();
    }

    private void read(Collection<TopicPartition> partitions, Consumer<ConsumerRecord<byte[], byte[]>> records) {
        Map<TopicPartition, Long> ends = new HashMap<>();
        partitions.forEach(partition -> ends.put(partition, gathered.ends().getOrDefault(partition, 0L)));
        reader.read(gathered.beginnings(), ends, records);
    }

    private LogRecord recordOf(ConsumerRecord<byte[], byte[]> record) {
        Topic topic = Topics.named(record.topic());
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        return LogRecord.undecoded(
                topic,
                record.partition(),
                record.offset(),
                record.offset() < gathered.settled().getOrDefault(partition, 0L),
                record.key(),
                record.value(),
                this::messageOf);
    }

    /** A message that its topic does not carry is nothing to any reader of it. */
    private @Nullable Message messageOf(LogRecord record) {
        try {
            Message message = deserializer.deserialize(record.value());
            return record.topic().types().contains(message.getClass()) ? message : null;
        } catch (UndecodableException undecodable) {
            return null;
        }
    }
}
