package dev.orderbackbone.operator.verify.history;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.operator.verify.evidence.ConsumerPosition;
import dev.orderbackbone.operator.verify.evidence.ContentHash;
import dev.orderbackbone.operator.verify.evidence.Evidence;
import dev.orderbackbone.operator.verify.evidence.GatewayEffect;
import dev.orderbackbone.operator.verify.evidence.Ledger;
import dev.orderbackbone.operator.verify.evidence.LogRecord;
import dev.orderbackbone.operator.verify.evidence.ParkedRecord;
import dev.orderbackbone.operator.verify.evidence.Place;
import dev.orderbackbone.operator.verify.evidence.ReadModel;
import dev.orderbackbone.operator.verify.evidence.ReadRow;
import dev.orderbackbone.operator.verify.evidence.ReadTable;
import dev.orderbackbone.operator.verify.evidence.RedriveRecord;
import dev.orderbackbone.operator.verify.evidence.SentMail;
import dev.orderbackbone.operator.verify.evidence.Standing;
import dev.orderbackbone.operator.verify.evidence.TallyRow;
import dev.orderbackbone.operator.verify.history.Sink.Fate;
import dev.orderbackbone.operator.verify.invariant.Consumer;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The evidence of a history: consumers and read models have dealt with everything up to the first cut, and say so truly. All of it can be changed
 * before it is audited.
 */
public final class InMemoryEvidence implements Evidence {
    /** A marker of a transaction stands behind every second record. */
    private static final int RECORDS_PER_MARKER = 2;

    private final List<LogRecord> records = new ArrayList<>();
    public final List<ParkedRecord> parked = new ArrayList<>();
    public final List<RedriveRecord> redrives = new ArrayList<>();
    public final List<ConsumerPosition> positions = new ArrayList<>();
    public final List<ReadRow> rows = new ArrayList<>();
    public final List<GatewayEffect> gateway = new ArrayList<>();
    public final List<GatewayEffect> laterGateway = new ArrayList<>();
    public final List<SentMail> mails = new ArrayList<>();
    public final List<SentMail> laterMails = new ArrayList<>();
    public final List<String> accepted;
    public boolean quiet = true;
    public boolean hasReadModel = true;

    private InMemoryEvidence(List<String> accepted) {
        this.accepted = new ArrayList<>(accepted);
    }

    /** Of a history that has come to its end. */
    public static InMemoryEvidence of(History history) {
        InMemoryEvidence evidence = new InMemoryEvidence(history.accepted);
        evidence.gateway.addAll(history.gateway);
        evidence.mails.addAll(history.mails);
        evidence.build(history.log, history.log.size());
        return evidence;
    }

    /** Of a history that is under way: the first cut is at one of its pauses, the second at a later one. */
    public static InMemoryEvidence of(History history, int firstPause, int secondPause) {
        History.Pause first = history.pauses.get(firstPause);
        History.Pause second = history.pauses.get(secondPause);
        InMemoryEvidence evidence = new InMemoryEvidence(List.of());
        evidence.quiet = false;
        evidence.gateway.addAll(history.gateway.subList(0, first.effects()));
        evidence.laterGateway.addAll(history.gateway.subList(first.effects(), second.effects()));
        evidence.mails.addAll(history.mails.subList(0, first.mails()));
        evidence.laterMails.addAll(history.mails.subList(first.mails(), second.mails()));
        evidence.build(history.log.subList(0, second.records()), first.records());
        return evidence;
    }

    private void build(List<Written> log, int settled) {
        Map<Place, Long> ends = new HashMap<>();
        Map<Place, Map<Fate, Long>> fates = new HashMap<>();
        Map<Place, Long> positionOf = new HashMap<>();
        Mart mart = new Mart();
        for (int i = 0; i < log.size(); i++) {
            Written written = log.get(i);
            Place partition = new Place(written.topic().name(), written.partition(), Place.NONE);
            long count = ends.merge(partition, 1L, Long::sum) - 1;
            long offset = count + count / RECORDS_PER_MARKER;
            LogRecord record = recordOf(written, offset, i < settled);
            records.add(record);
            if (i < settled) {
                fates.computeIfAbsent(partition, any -> new HashMap<>()).merge(written.fate(), 1L, Long::sum);
                positionOf.put(partition, offset + 1);
                project(mart, written.message(), offset);
            }
            if (written.fate() == Fate.PARKED) {
                park(record);
            }
        }
        for (Consumer consumer : countingConsumers()) {
            consumer.inputs().forEach(topic -> addPositions(consumer, topic, fates, positionOf));
        }
        for (ReadTable table : ReadTable.values()) {
            mart.read(table, rows::add);
        }
    }

    private static List<Consumer> countingConsumers() {
        return Consumer.ALL.stream().filter(Consumer::counts).toList();
    }

    private static void project(Mart mart, @Nullable Message message, long offset) {
        if (message != null) {
            mart.take(message, offset);
        }
    }

    private static LogRecord recordOf(Written written, long offset, boolean settled) {
        return new LogRecord(
                written.topic(),
                written.partition(),
                offset,
                settled,
                written.key().getBytes(StandardCharsets.UTF_8),
                written.value(),
                written.message());
    }

    private void park(LogRecord record) {
        parked.add(new ParkedRecord(
                Topics.ORDER_EVENTS,
                record.keyText(),
                new Place(Topics.ORDER_EVENTS_PARKED.name(), record.partition(), parked.size()),
                record.place(),
                "UNDECODABLE",
                ContentHash.of(record.key(), record.value()),
                false));
    }

    private void addPositions(
            Consumer consumer, Topic topic, Map<Place, Map<Fate, Long>> fates, Map<Place, Long> positionOf) {
        for (int partition = 0; partition < History.PARTITIONS; partition++) {
            Place place = new Place(topic.name(), partition, Place.NONE);
            long position = positionOf.getOrDefault(place, 0L);
            Map<Fate, Long> counts = fates.getOrDefault(place, Map.of());
            positions.add(new ConsumerPosition(
                    consumer.name(), topic.name(), partition, position, position, tallyOf(consumer, counts)));
        }
    }

    private static TallyRow tallyOf(Consumer consumer, Map<Fate, Long> counts) {
        long repeated = counts.getOrDefault(Fate.REPEATED, 0L);
        long parkedCount = counts.getOrDefault(Fate.PARKED, 0L);
        long effects = counts.getOrDefault(Fate.EFFECT, 0L);
        return consumer.name().equals(Topics.ORDER_EVENTS)
                ? new TallyRow(effects, parkedCount, repeated == 0 ? Map.of() : Map.of("repeated-submission", repeated))
                : new TallyRow(effects + repeated, parkedCount, Map.of());
    }

    /** One record more. */
    void add(LogRecord record) {
        records.add(record);
    }

    /** The bytes of the record that a copy was first made of. */
    byte[] valueOf(ParkedRecord copy) {
        return Objects.requireNonNull(origin(copy).value());
    }

    /** What it says. */
    @Nullable
    Message messageOf(ParkedRecord copy) {
        return origin(copy).message();
    }

    static byte[] valueOf(Message message) {
        return new Written(Topics.of(message.getClass()), 0, "", message, Fate.EFFECT).value();
    }

    private LogRecord origin(ParkedRecord copy) {
        return records.stream()
                .filter(record -> record.place().equals(copy.origin()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public int partitions() {
        return History.PARTITIONS;
    }

    @Override
    public Standing standing() {
        return new Standing(quiet, quiet ? "quiet" : "moving", positions);
    }

    @Override
    public void readParked(java.util.function.Consumer<ParkedRecord> reader) {
        parked.forEach(reader);
    }

    @Override
    public void readRedrives(java.util.function.Consumer<RedriveRecord> reader) {
        redrives.forEach(reader);
    }

    @Override
    public void readShared(java.util.function.Consumer<LogRecord> reader) {
        records.stream().filter(record -> SHARED.contains(record.topic())).forEach(reader);
    }

    @Override
    public long mostRecords(int partition) {
        return records.stream()
                .filter(record -> !SHARED.contains(record.topic()) && record.partition() == partition)
                .count();
    }

    /** Topic by topic, the last one first: the auditor must not need them in the order in which things happened. */
    @Override
    public void readOrders(int partition, java.util.function.Consumer<LogRecord> reader) {
        for (Topic topic : Topics.ALL.reversed()) {
            if (!SHARED.contains(topic)) {
                records.stream()
                        .filter(record -> record.topic().equals(topic) && record.partition() == partition)
                        .forEach(reader);
            }
        }
    }

    @Override
    public Optional<Ledger<GatewayEffect>> gateway() {
        return Optional.of(growing(gateway, laterGateway));
    }

    @Override
    public Optional<Ledger<SentMail>> mail() {
        return Optional.of(growing(mails, laterMails));
    }

    @Override
    public Optional<ReadModel> readModel() {
        return hasReadModel ? Optional.of(rowsAsReadModel()) : Optional.empty();
    }

    private ReadModel rowsAsReadModel() {
        return new ReadModel() {
            @Override
            public void read(ReadTable table, java.util.function.Consumer<ReadRow> reader) {
                rows.stream().filter(row -> row.table() == table).forEach(reader);
            }

            @Override
            public List<ReadRow> rowsOf(ReadTable table, String owner) {
                return rows.stream()
                        .filter(row -> row.table() == table && row.owner().equals(owner))
                        .toList();
            }
        };
    }

    @Override
    public Optional<Ledger<String>> accepted() {
        return Optional.of(accepted::stream);
    }

    @Override
    public List<String> gaps() {
        return List.of();
    }

    @Override
    public void close() {}

    /** The first reading ends where the first cut was, the second one where the second was. */
    private static <E> Ledger<E> growing(List<E> first, List<E> later) {
        int[] readings = {0};
        return () -> readings[0]++ == 0 ? first.stream() : Stream.concat(first.stream(), later.stream());
    }
}
