package dev.orderbackbone.operator.whatif;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.contract.EventIds;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.notification.NotificationRequested;
import dev.orderbackbone.contract.notification.NotificationSent;
import dev.orderbackbone.contract.payment.GatewayAnswer;
import dev.orderbackbone.contract.payment.GatewayCall;
import dev.orderbackbone.contract.payment.GatewayOutcome;
import dev.orderbackbone.inventory.domain.Reservation;
import dev.orderbackbone.inventory.flow.InventoryTopology;
import dev.orderbackbone.notification.domain.NotificationDecider;
import dev.orderbackbone.notification.domain.NotificationRules;
import dev.orderbackbone.notification.flow.NotificationTopology;
import dev.orderbackbone.operator.verify.evidence.Place;
import dev.orderbackbone.orderevents.domain.SagaSettings;
import dev.orderbackbone.orderevents.flow.OrderTopology;
import dev.orderbackbone.payment.domain.PaymentDecider;
import dev.orderbackbone.payment.domain.PaymentRules;
import dev.orderbackbone.payment.flow.PaymentTopology;
import dev.orderbackbone.runtime.DecisionListener;
import dev.orderbackbone.runtime.Redrive;
import dev.orderbackbone.schemas.MessageKey;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.registry.InMemorySchemaRegistry;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.MessageSerializer;
import dev.orderbackbone.schemas.serde.StateSerde;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.Serdes;

/**
 * A whole backbone without a broker: the real topologies of the four services, with a gateway and a mail server that answer at once, on topics of one
 * partition in memory. Which service reads which topic next is a matter of chance, as it is between threads.
 */
final class RecordedWorld implements RecordedLog, AutoCloseable {
    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private static final Duration TIMER = Duration.ofMillis(250);
    private static final int LONGEST_STEP_MS = 3;

    private final InMemorySchemaRegistry registry = InMemorySchemaRegistry.withContract();
    private final MessageSerializer serializer = MessageSerializer.create(registry);
    private final MessageDeserializer deserializer = MessageDeserializer.create(registry);
    private final Map<String, List<ConsumerRecord<byte[], byte[]>>> log = new HashMap<>();
    private final Random random;
    private final List<DrivenService> services;

    private Function<GatewayCall, GatewayOutcome> gateway = call -> GatewayOutcome.APPROVED;
    private Instant now = START;
    private Instant readSince = Instant.MIN;

    RecordedWorld(long seed) {
        random = new Random(seed);
        Topics.ALL.forEach(topic -> log.put(topic.name(), new ArrayList<>()));
        services = List.of(
                new DrivenService(
                        OrderTopology.of(SagaSettings.STANDARD, deserializer, serializer, TIMER, DecisionListener.NONE),
                        Map.of("orders", Serdes.ByteArray()),
                        START),
                new DrivenService(
                        InventoryTopology.of(deserializer, serializer, TIMER, DecisionListener.NONE),
                        Map.of(
                                "reservations",
                                StateSerde.ofResource(Reservation.class, "/state/Reservation.avsc"),
                                "documents",
                                Serdes.Long()),
                        START),
                new DrivenService(
                        PaymentTopology.of(
                                new PaymentDecider(PaymentRules.USUAL),
                                deserializer,
                                serializer,
                                TIMER,
                                DecisionListener.NONE),
                        Map.of("payments", Serdes.ByteArray()),
                        START),
                new DrivenService(
                        NotificationTopology.of(
                                new NotificationDecider(NotificationRules.DEFAULT),
                                deserializer,
                                serializer,
                                TIMER,
                                DecisionListener.NONE),
                        Map.of("correspondences", Serdes.ByteArray()),
                        START));
    }

    List<DrivenService> services() {
        return services;
    }

    MessageDeserializer deserializer() {
        return deserializer;
    }

    Instant now() {
        return now;
    }

    /** What the gateway answers from now on; UNKNOWN stands for nothing at all. */
    void gateway(Function<GatewayCall, GatewayOutcome> answers) {
        gateway = answers;
    }

    /** Meta of what nothing has caused. */
    Meta root(String orderId, String storeId) {
        UUID id = EventIds.root(now, new UUID(random.nextLong(), random.nextLong()));
        return new Meta(id, orderId, 0, now, id, storeId);
    }

    /** Writes a message to its topic. */
    Place write(Message message) {
        return write(Topics.of(message.getClass()).name(), MessageKey.of(message), serializer.serialize(message), now);
    }

    /** Writes any bytes. */
    Place write(String topic, String key, byte[] value) {
        return write(topic, key, value, now);
    }

    /** Sends back all that a service has parked, as the operators' commands do. Nobody reads it. */
    void sendBackWhatIsParked(String service, Redrive.Action action) {
        recordsOf(Topics.parkedOf(service).name())
                .forEach(record -> append(
                        Topics.redriveOf(service).name(),
                        record.key(),
                        record.value(),
                        now,
                        Redrive.headers(record.headers(), action, "operation", false)));
    }

    /** Lets everybody read all that there is, in some order. */
    void run() {
        while (step()) {
            pass(Duration.ofMillis(random.nextInt(LONGEST_STEP_MS + 1)));
        }
    }

    /** Lets everybody read some of what there is. */
    void run(int steps) {
        for (int step = 0; step < steps; step++) {
            step();
            pass(Duration.ofMillis(random.nextInt(LONGEST_STEP_MS + 1)));
        }
    }

    /** Lets time pass while nobody reads, but deadlines are noticed. */
    void wait(Duration time) {
        pass(time);
        services.forEach(service -> {
            service.advanceTo(now);
            collect(service);
        });
    }

    /** Lets time pass while all services stand still. */
    void pass(Duration time) {
        now = now.plus(time);
    }

    /** All messages of a type, in their order. */
    <T extends Message> List<T> all(Class<T> type) {
        return recordsOf(Topics.of(type).name()).stream()
                .map(record -> deserializer.deserialize(record.value()))
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** Where a message stands. */
    Place placeOf(Message message) {
        return recordsOf(Topics.of(message.getClass()).name()).stream()
                .filter(record -> deserializer.deserialize(record.value()).equals(message))
                .map(record -> new Place(record.topic(), record.partition(), record.offset()))
                .findFirst()
                .orElseThrow();
    }

    private boolean step() {
        List<ConsumerRecord<byte[], byte[]>> next = new ArrayList<>();
        List<DrivenService> readers = new ArrayList<>();
        for (DrivenService service : services) {
            for (Topic input : service.topology().inputs()) {
                List<ConsumerRecord<byte[], byte[]>> records = recordsOf(input.name());
                int position = service.positionIn(input.name());
                if (position < records.size()) {
                    next.add(records.get(position));
                    readers.add(service);
                }
            }
        }
        if (next.isEmpty()) {
            return false;
        }
        int chosen = random.nextInt(next.size());
        DrivenService reader = readers.get(chosen);
        reader.read(next.get(chosen), now);
        collect(reader);
        return true;
    }

    private void collect(DrivenService service) {
        service.written()
                .forEach((topic, records) -> records.forEach(record -> {
                    append(topic, record.key(), record.value(), record.getRecordTime(), record.headers());
                    answer(topic, record.value());
                }));
    }

    /** What the world outside says to a request. */
    private void answer(String topic, byte[] value) {
        if (topic.equals(Topics.PAYMENTS_CALLS.name())
                && deserializer.deserialize(value) instanceof GatewayCall call
                && gateway.apply(call) != GatewayOutcome.UNKNOWN) {
            write(new GatewayAnswer(
                    caused(call.meta()),
                    call.callId(),
                    call.operation(),
                    call.operationId(),
                    gateway.apply(call),
                    "auth-1",
                    call.amountMinor(),
                    "code"));
        }
        if (topic.equals(Topics.NOTIFICATIONS_REQUESTS.name())
                && deserializer.deserialize(value) instanceof NotificationRequested request) {
            write(new NotificationSent(
                    caused(request.meta()),
                    request.messageId(),
                    request.milestone(),
                    request.occasion(),
                    request.channel(),
                    request.attempt()));
        }
    }

    private Meta caused(Meta cause) {
        Meta root = root(cause.orderId(), cause.storeId());
        return new Meta(root.eventId(), root.orderId(), 0, now, cause.eventId(), root.storeId());
    }

    private Place write(String topic, String key, byte[] value, Instant time) {
        return append(topic, key.getBytes(UTF_8), value, time, new RecordHeaders());
    }

    private Place append(String topic, byte[] key, byte[] value, Instant time, Headers headers) {
        List<ConsumerRecord<byte[], byte[]>> records = recordsOf(topic);
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(
                topic,
                0,
                records.size(),
                time.toEpochMilli(),
                TimestampType.CREATE_TIME,
                -1,
                -1,
                key,
                value,
                headers,
                Optional.empty());
        records.add(record);
        return new Place(topic, 0, record.offset());
    }

    // What the check asks.

    @Override
    public int partitionsOf(Topic topic) {
        return 1;
    }

    @Override
    public long sizeOf(Collection<Topic> topics) {
        return topics.stream()
                .mapToLong(topic -> recordsOf(topic.name()).size())
                .sum();
    }

    @Override
    public boolean isCutOff(Collection<Topic> topics) {
        return false;
    }

    @Override
    public boolean isDecided(String service, Place input) {
        return services.stream()
                .filter(each -> each.name().equals(service))
                .anyMatch(each -> input.offset() < each.positionIn(input.source()));
    }

    @Override
    public void readInputs(
            Collection<Topic> topics,
            IntPredicate partitions,
            boolean since,
            Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        records(topics).filter(record -> !since || isRead(record)).forEach(reader);
    }

    @Override
    public void readOutputs(
            Collection<Topic> topics,
            IntPredicate partitions,
            boolean since,
            Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        readInputs(topics, partitions, since, reader);
    }

    /** From when on a check reads that asks for less than all. */
    void readSince(Instant time) {
        readSince = time;
    }

    private boolean isRead(ConsumerRecord<byte[], byte[]> record) {
        return record.timestamp() >= readSince.toEpochMilli();
    }

    private Stream<ConsumerRecord<byte[], byte[]>> records(Collection<Topic> topics) {
        return topics.stream().flatMap(topic -> recordsOf(topic.name()).stream());
    }

    private List<ConsumerRecord<byte[], byte[]>> recordsOf(String topic) {
        return Objects.requireNonNull(log.get(topic), topic);
    }

    @Override
    public void close() {
        services.forEach(DrivenService::close);
    }
}
