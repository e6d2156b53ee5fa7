package dev.orderbackbone.payment;

import dev.orderbackbone.contract.payment.GatewayCall;
import dev.orderbackbone.payment.adapter.GatewaySettings;
import dev.orderbackbone.payment.adapter.HttpPaymentGateway;
import dev.orderbackbone.payment.domain.AskSchedule;
import dev.orderbackbone.payment.domain.PaymentDecider;
import dev.orderbackbone.payment.domain.PaymentRules;
import dev.orderbackbone.payment.flow.CallListener;
import dev.orderbackbone.payment.flow.CallingTheGateway;
import dev.orderbackbone.payment.flow.CircuitBreaker;
import dev.orderbackbone.payment.flow.PaymentTopology;
import dev.orderbackbone.runtime.DecisionListener;
import dev.orderbackbone.runtime.EffectListener;
import dev.orderbackbone.runtime.EffectSettings;
import dev.orderbackbone.runtime.EffectTopology;
import dev.orderbackbone.runtime.EffectWorker;
import dev.orderbackbone.runtime.KafkaSettings;
import dev.orderbackbone.runtime.StreamsProcess;
import dev.orderbackbone.runtime.StreamsSettings;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.testkit.TestKafka;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The service without its frame: the decider in Kafka Streams and the worker that calls the gateway; with times for impatient people. */
final class RunningPayments implements AutoCloseable {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(6);
    private static final List<Duration> ASK_AFTER = List.of(Duration.ofSeconds(1), Duration.ofSeconds(2));

    private final StreamsProcess decider;
    private final HttpPaymentGateway gateway;
    private final EffectWorker caller;
    private final CircuitBreaker circuit;

    private RunningPayments(
            StreamsProcess decider, HttpPaymentGateway gateway, EffectWorker caller, CircuitBreaker circuit) {
        this.decider = decider;
        this.gateway = gateway;
        this.caller = caller;
        this.circuit = circuit;
    }

    static RunningPayments start(TestKafka testKafka, URI gatewayAddress, Path stateDir, Duration reviewAfter)
            throws InterruptedException {
        PaymentRules rules = new PaymentRules(ANSWER_WITHIN, new AskSchedule(ASK_AFTER, reviewAfter));
        KafkaSettings kafka = new KafkaSettings(testKafka.bootstrapServers(), Map.of());
        StreamsProcess decider = StreamsProcess.start(
                PaymentTopology.of(
                        new PaymentDecider(rules),
                        testKafka.deserializer(),
                        testKafka.serializer(),
                        Duration.ofMillis(100),
                        DecisionListener.NONE),
                streams(stateDir),
                kafka);
        HttpPaymentGateway gateway = new HttpPaymentGateway(new GatewaySettings(
                gatewayAddress, null, Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(1), 20));
        CircuitBreaker circuit = new CircuitBreaker(20);
        EffectWorker caller = EffectWorker.start(calling(testKafka, gateway, circuit), EffectSettings.usual(), kafka);
        return new RunningPayments(decider, gateway, caller, circuit);
    }

    boolean isRunning() {
        return decider.isRunning();
    }

    boolean isCircuitOpen() {
        return circuit.isOpen();
    }

    @Override
    public void close() {
        caller.close();
        gateway.close();
        decider.close();
    }

    private static EffectTopology<GatewayCall> calling(
            TestKafka testKafka, HttpPaymentGateway gateway, CircuitBreaker circuit) {
        Clock clock = Clock.systemUTC();
        return new EffectTopology<>(
                Topics.PAYMENT,
                GatewayCall.class,
                Topics.PAYMENTS_ANSWERS,
                new CallingTheGateway(gateway, circuit, Duration.ofSeconds(1), CallListener.NONE, clock),
                testKafka.deserializer(),
                testKafka.serializer(),
                EffectListener.NONE,
                clock);
    }

    private static StreamsSettings streams(Path stateDir) {
        return new StreamsSettings(
                stateDir.toString(),
                1,
                Duration.ofMillis(20),
                Duration.ofSeconds(10),
                1,
                0,
                Duration.ofSeconds(10),
                1 << 20,
                Duration.ofMillis(100));
    }
}
