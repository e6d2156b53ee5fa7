package dev.orderbackbone.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.payment.GatewayCall;
import dev.orderbackbone.runtime.EffectListener.Outcome;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.registry.HttpSchemaRegistryClient;
import dev.orderbackbone.schemas.registry.RegistrySettings;
import dev.orderbackbone.schemas.registry.SchemaRegistryClient;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EffectRunTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final AnswerWriter writer = new AnswerWriter(Topics.PAYMENT, CallLog.SERIALIZER, producer);
    private final GatewayCall call = CallLog.call("order-1", NOON);

    @Test
    void isDoneWhenTheBrokerHasTheAnswer() {
        CompletableFuture<Outcome> outcome = run(CallLog::approved, NOON);
        assertThat(outcome).isNotDone();

        producer.completeNext();

        assertThat(outcome).isCompletedWithValue(Outcome.ANSWERED);
        assertThat(producer.history()).singleElement().satisfies(record -> {
            assertThat(record.topic()).isEqualTo(Topics.PAYMENTS_ANSWERS.name());
            assertThat(new String(record.key(), UTF_8)).isEqualTo("order-1");
        });
    }

    @Test
    void givesBackWhatCannotBeAnswered() {
        CompletableFuture<Outcome> outcome = run(CallLog::approved, NOON);

        producer.errorNext(new KafkaException("the disk is full"));

        assertThat(outcome).isCompletedWithValue(Outcome.RELEASED);
    }

    @Test
    void doesNotBeginAfterTheDeadline() {
        assertThat(run(CallLog::approved, NOON.plusMillis(1))).isCompletedWithValue(Outcome.EXPIRED);
        assertThat(producer.history()).isEmpty();
    }

    @Test
    void needsNoAnswer() {
        assertThat(run(request -> null, NOON)).isCompletedWithValue(Outcome.EXPIRED);
    }

    @Test
    void isGivenBackWhenTheProcessEnds() {
        CompletableFuture<Outcome> outcome = run(
                request -> {
                    throw new InterruptedException("closing");
                },
                NOON);

        assertThat(outcome).isCompletedWithValue(Outcome.RELEASED);
    }

    @Test
    void waitsForARegistryThatDoesNotAnswerAndParksNothing() throws Exception {
        MessageDeserializer blind = MessageDeserializer.create(registryThatIsGone());
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        Thread thread = Thread.ofPlatform()
                .start(() -> runOf(CallLog::approved, NOON, blind)
                        .of(record(CallLog.SERIALIZER.serialize(call)), Delivery.FIRST)
                        .thenAccept(outcome::complete));

        Await.until("it waits", () -> thread.getState() == Thread.State.TIMED_WAITING);
        assertThat(outcome).isNotDone();
        thread.interrupt();
        thread.join();

        assertThat(outcome).isCompletedWithValue(Outcome.RELEASED);
        assertThat(producer.history()).isEmpty();
    }

    /** It was there when the service started. */
    private static SchemaRegistryClient registryThatIsGone() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] types = "[\"AVRO\"]".getBytes(UTF_8);
            exchange.sendResponseHeaders(200, types.length);
            exchange.getResponseBody().write(types);
            exchange.close();
        });
        server.start();
        RegistrySettings usual =
                RegistrySettings.of("http://127.0.0.1:" + server.getAddress().getPort());
        SchemaRegistryClient client = HttpSchemaRegistryClient.connect(new RegistrySettings(
                usual.urls(),
                usual.authentication(),
                usual.connectTimeout(),
                usual.requestTimeout(),
                1,
                usual.backoff(),
                usual.startTimeout()));
        server.stop(0);
        return client;
    }

    /** What is done for a request. */
    private interface Deed {
        @Nullable
        Message perform(GatewayCall request) throws InterruptedException;
    }

    private CompletableFuture<Outcome> run(Deed deed, Instant now) {
        return runOf(deed, now, CallLog.DESERIALIZER)
                .of(record(CallLog.SERIALIZER.serialize(call)), Delivery.FIRST)
                .toCompletableFuture();
    }

    private EffectRun<GatewayCall> runOf(Deed deed, Instant now, MessageDeserializer deserializer) {
        Effect<GatewayCall> effect = new Effect<>() {
            @Override
            public Instant deadlineOf(GatewayCall request) {
                return request.answerBy();
            }

            @Override
            public @Nullable Message perform(GatewayCall request, Delivery delivery) throws InterruptedException {
                return deed.perform(request);
            }
        };
        return new EffectRun<>(GatewayCall.class, effect, deserializer, writer, InstantSource.fixed(now));
    }

    private static ConsumerRecord<byte[], byte[]> record(byte[] value) {
        return new ConsumerRecord<>(
                Topics.PAYMENTS_CALLS.name(),
                0,
                7,
                NOON.toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                value.length,
                "order-1".getBytes(UTF_8),
                value,
                new RecordHeaders(),
                Optional.empty());
    }
}
