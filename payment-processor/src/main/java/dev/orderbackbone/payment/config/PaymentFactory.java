package dev.orderbackbone.payment.config;

import dev.orderbackbone.contract.payment.GatewayCall;
import dev.orderbackbone.payment.adapter.GatewaySettings;
import dev.orderbackbone.payment.adapter.HttpPaymentGateway;
import dev.orderbackbone.payment.domain.Payment;
import dev.orderbackbone.payment.domain.PaymentDecider;
import dev.orderbackbone.payment.flow.CallListener;
import dev.orderbackbone.payment.flow.CallingTheGateway;
import dev.orderbackbone.payment.flow.CircuitBreaker;
import dev.orderbackbone.payment.flow.PaymentTopology;
import dev.orderbackbone.runtime.DecisionListener;
import dev.orderbackbone.runtime.DecisionTopology;
import dev.orderbackbone.runtime.EffectListener;
import dev.orderbackbone.runtime.EffectSettings;
import dev.orderbackbone.runtime.EffectTopology;
import dev.orderbackbone.runtime.EffectWorker;
import dev.orderbackbone.runtime.KafkaSettings;
import dev.orderbackbone.runtime.StreamsProcess;
import dev.orderbackbone.runtime.StreamsSettings;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.MessageSerializer;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** All of the service: the decider in Kafka Streams, and the worker that calls the gateway. */
@Factory
final class PaymentFactory {

    @Singleton
    DecisionTopology<Payment> topology(
            PaymentSettings settings,
            StreamsSettings streams,
            MessageDeserializer deserializer,
            MessageSerializer serializer,
            DecisionListener listener) {
        PaymentDecider decider = new PaymentDecider(settings.rules());
        return PaymentTopology.of(decider, deserializer, serializer, streams.timerResolution(), listener);
    }

    @Context
    @Bean(preDestroy = "close")
    StreamsProcess decider(DecisionTopology<Payment> topology, StreamsSettings streams, KafkaSettings kafka)
            throws InterruptedException {
        return StreamsProcess.start(topology, streams, kafka);
    }

    @Singleton
    @Bean(preDestroy = "close")
    HttpPaymentGateway gateway(GatewaySettings settings) {
        return new HttpPaymentGateway(settings);
    }

    @Singleton
    CircuitBreaker circuit(GatewaySettings settings) {
        return new CircuitBreaker(settings.failuresToOpen());
    }

    @Context
    @Bean(preDestroy = "close")
    EffectWorker caller(
            HttpPaymentGateway gateway,
            CircuitBreaker circuit,
            GatewaySettings gatewaySettings,
            CallListener calls,
            EffectSettings settings,
            KafkaSettings kafka,
            MessageDeserializer deserializer,
            MessageSerializer serializer,
            EffectListener listener)
            throws InterruptedException {
        Clock clock = Clock.systemUTC();
        EffectTopology<GatewayCall> calling = new EffectTopology<>(
                Topics.PAYMENT,
                GatewayCall.class,
                Topics.PAYMENTS_ANSWERS,
                new CallingTheGateway(gateway, circuit, gatewaySettings.downPatience(), calls, clock),
                deserializer,
                serializer,
                listener,
                clock);
        return EffectWorker.start(calling, settings, kafka);
    }
}
