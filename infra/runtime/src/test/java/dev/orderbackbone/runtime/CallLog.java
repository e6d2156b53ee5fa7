package dev.orderbackbone.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.contract.EventIds;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.payment.GatewayAnswer;
import dev.orderbackbone.contract.payment.GatewayCall;
import dev.orderbackbone.contract.payment.GatewayOperation;
import dev.orderbackbone.contract.payment.GatewayOutcome;
import dev.orderbackbone.local.Distribution;
import dev.orderbackbone.local.KafkaBroker;
import dev.orderbackbone.local.Launcher;
import dev.orderbackbone.local.RunningComponent;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.deploy.TopicDeployment;
import dev.orderbackbone.schemas.registry.InMemorySchemaRegistry;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.MessageSerializer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** A real broker with the topics of the catalogue, on which gateway calls are asked for and answered. */
final class CallLog implements AutoCloseable {
    static final int PARTITIONS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final InMemorySchemaRegistry REGISTRY = InMemorySchemaRegistry.withContract();
    static final MessageSerializer SERIALIZER = MessageSerializer.create(REGISTRY);
    static final MessageDeserializer DESERIALIZER = MessageDeserializer.create(REGISTRY);

    private final RunningComponent broker;
    private final KafkaSettings kafka;
    private final KafkaProducer<byte[], byte[]> producer;

    private CallLog(RunningComponent broker, KafkaSettings kafka) {
        this.broker = broker;
        this.kafka = kafka;
        this.producer = producer(Map.of());
    }

    static CallLog start(Path folder) throws InterruptedException {
        KafkaBroker component = KafkaBroker.onFreePorts(Distribution.ofBuild());
        RunningComponent broker = Launcher.forTests(folder).start(component);
        KafkaSettings kafka = new KafkaSettings(component.bootstrapServers(), Map.of());
        try (Admin admin = Admin.create(kafka.clientProperties())) {
            new TopicDeployment(admin, PARTITIONS, (short) 1).createMissing(PATIENCE);
        }
        return new CallLog(broker, kafka);
    }

    KafkaSettings kafka() {
        return kafka;
    }

    RunningComponent broker() {
        return broker;
    }

    KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(kafka.clientProperties());
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 2);
        properties.putAll(more);
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    static ProducerRecord<byte[], byte[]> record(GatewayCall call) {
        return new ProducerRecord<>(
                Topics.PAYMENTS_CALLS.name(), call.meta().orderId().getBytes(UTF_8), SERIALIZER.serialize(call));
    }

    /** Writes any bytes; returns when the broker has them. */
    void send(Topic topic, String key, byte @Nullable [] value) throws Exception {
        producer.send(new ProducerRecord<>(topic.name(), key.getBytes(UTF_8), value))
                .get();
    }

    /** Asks for calls; returns when the broker has all of them. */
    void ask(List<GatewayCall> calls) {
        calls.forEach(call -> {
            Future<RecordMetadata> _ = producer.send(record(call));
        });
        producer.flush();
    }

    /** A worker of this test's own. */
    EffectWorker worker(Effect<GatewayCall> effect, EffectSettings settings, EffectListener listener)
            throws InterruptedException {
        return EffectWorker.start(topology(effect, listener), settings, kafka);
    }

    static EffectTopology<GatewayCall> topology(Effect<GatewayCall> effect, EffectListener listener) {
        return new EffectTopology<>(
                Topics.PAYMENT,
                GatewayCall.class,
                Topics.PAYMENTS_ANSWERS,
                effect,
                DESERIALIZER,
                SERIALIZER,
                listener,
                InstantSource.system());
    }

    /** Everything on a topic from its beginning, of the orders whose ids begin so. */
    LogReader read(Topic topic, String orders) {
        return new LogReader(kafka, topic, orders);
    }

    LogReader answers(String orders) {
        return read(Topics.PAYMENTS_ANSWERS, orders);
    }

    /** Calls for orders that are named after the test. */
    static List<GatewayCall> calls(String orders, int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> call(orders + "-" + index, Instant.now().plusSeconds(120)))
                .toList();
    }

    static GatewayCall call(String orderId, Instant answerBy) {
        Instant now = Instant.now();
        UUID id = EventIds.root(now, UUID.randomUUID());
        Meta meta = new Meta(id, orderId, 0, now, id, "store-1");
        return new GatewayCall(
                meta,
                id,
                GatewayOperation.AUTHORIZE,
                "",
                false,
                orderId + ":authorize",
                1,
                null,
                1_000,
                "EUR",
                "tok",
                answerBy);
    }

    static GatewayAnswer approved(GatewayCall call) {
        Instant now = Instant.now();
        Meta meta = new Meta(
                EventIds.root(now, UUID.randomUUID()),
                call.meta().orderId(),
                0,
                now,
                call.meta().eventId(),
                "store-1");
        return new GatewayAnswer(
                meta,
                call.callId(),
                call.operation(),
                call.operationId(),
                GatewayOutcome.APPROVED,
                "auth-" + call.meta().orderId(),
                call.amountMinor(),
                "");
    }

    static String orderOf(Message message) {
        return message.meta().orderId();
    }

    static Predicate<Message> of(String orderId) {
        return message -> orderOf(message).equals(orderId);
    }

    @Override
    public void close() {
        producer.close();
        broker.close();
    }
}
