package dev.orderbackbone.payment.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.EventIds;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.payment.AuthorizePayment;
import dev.orderbackbone.contract.payment.CapturePayment;
import dev.orderbackbone.contract.payment.GatewayAnswer;
import dev.orderbackbone.contract.payment.GatewayCall;
import dev.orderbackbone.contract.payment.GatewayOutcome;
import dev.orderbackbone.contract.payment.PaymentAuthorized;
import dev.orderbackbone.contract.payment.PaymentCaptureFailed;
import dev.orderbackbone.contract.payment.PaymentOutcomeUnknown;
import dev.orderbackbone.payment.domain.PaymentDecider;
import dev.orderbackbone.payment.domain.PaymentRules;
import dev.orderbackbone.runtime.DecisionListener;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.registry.InMemorySchemaRegistry;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.MessageSerializer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaymentTopologyTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final String ORDER = "order-1";

    @TempDir
    private Path stateDir;

    private final InMemorySchemaRegistry registry = InMemorySchemaRegistry.withContract();
    private final MessageSerializer serializer = MessageSerializer.create(registry);
    private final MessageDeserializer deserializer = MessageDeserializer.create(registry);
    private final Topology topology = PaymentTopology.of(
                    new PaymentDecider(PaymentRules.USUAL),
                    deserializer,
                    serializer,
                    Duration.ofMillis(250),
                    DecisionListener.NONE)
            .build();
    private TopologyTestDriver driver;
    private int inputs;

    @BeforeEach
    void start() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        driver = new TopologyTestDriver(topology, properties, NOON);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void readsCommandsAndAnswersAndWritesCallsAndEvents() {
        assertThat(topology.describe().toString()).isEqualTo("""
                Topologies:
                   Sub-topology: 0
                    Source: from-payment-processor.redrive.v1 (topics: [payment-processor.redrive.v1])
                      --> decide
                    Source: from-payments.answers.v1 (topics: [payments.answers.v1])
                      --> decide
                    Source: from-payments.commands.v1 (topics: [payments.commands.v1])
                      --> decide
                    Processor: decide (stores: [payments, parked-lines, tally, parked-records])
                      --> to-payment-processor.parked.v1, to-payments.calls.v1, to-payments.events.v1
                      <-- from-payments.commands.v1, from-payments.answers.v1, from-payment-processor.redrive.v1
                    Sink: to-payment-processor.parked.v1 (topic: payment-processor.parked.v1)
                      <-- decide
                    Sink: to-payments.calls.v1 (topic: payments.calls.v1)
                      <-- decide
                    Sink: to-payments.events.v1 (topic: payments.events.v1)
                      <-- decide

                """);
    }

    @Test
    void turnsACommandIntoACallAndItsAnswerIntoAnEvent() {
        pipe(new AuthorizePayment(meta(), 2_500, "EUR", "tok_ok"));
        GatewayCall call = onlyCall();

        pipe(approved(call));

        assertThat(events()).singleElement().isInstanceOf(PaymentAuthorized.class);
        pipe(approved(call));
        assertThat(events()).isEmpty();
    }

    @Test
    void looksAtAnsweredPaymentsAgainWhenTheirTimeComes() {
        pipe(new AuthorizePayment(meta(), 2_500, "EUR", "tok_ok"));
        GatewayCall call = onlyCall();

        driver.advanceWallClockTime(Duration.ofSeconds(61));
        assertThat(events()).singleElement().isInstanceOf(PaymentOutcomeUnknown.class);

        driver.advanceWallClockTime(Duration.ofSeconds(31));
        assertThat(onlyCall())
                .matches(GatewayCall::ask)
                .extracting(GatewayCall::idempotencyKey)
                .isEqualTo(call.idempotencyKey());
    }

    @Test
    void remembersRefusals() {
        pipe(new CapturePayment(meta(), "ship-1", 100, "EUR"));

        assertThat(events()).singleElement().isInstanceOf(PaymentCaptureFailed.class);
        assertThat(calls()).isEmpty();
    }

    private GatewayAnswer approved(GatewayCall call) {
        return new GatewayAnswer(
                meta(),
                call.callId(),
                call.operation(),
                call.operationId(),
                GatewayOutcome.APPROVED,
                "auth_1",
                call.amountMinor(),
                "");
    }

    private Meta meta() {
        UUID id = EventIds.derive(new UUID(0, 0), inputs++, NOON);
        return new Meta(id, ORDER, 0, NOON, id, "store-1");
    }

    private GatewayCall onlyCall() {
        List<Message> calls = calls();
        assertThat(calls).hasSize(1);
        return (GatewayCall) calls.getFirst();
    }

    private List<Message> calls() {
        return read(Topics.PAYMENTS_CALLS);
    }

    private List<Message> events() {
        return read(Topics.PAYMENTS_EVENTS);
    }

    private void pipe(Message message) {
        Topic topic = Topics.of(message.getClass());
        driver.createInputTopic(topic.name(), Serdes.String().serializer(), serializer)
                .pipeInput(ORDER, message);
    }

    private List<Message> read(Topic topic) {
        return driver.createOutputTopic(topic.name(), Serdes.String().deserializer(), deserializer)
                .readValuesToList();
    }
}
