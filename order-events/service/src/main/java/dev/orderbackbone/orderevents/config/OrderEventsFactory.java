package dev.orderbackbone.orderevents.config;

import dev.orderbackbone.contract.StockPools;
import dev.orderbackbone.orderevents.adapter.jdbc.JdbcOrderReader;
import dev.orderbackbone.orderevents.adapter.kafka.KafkaIntake;
import dev.orderbackbone.orderevents.adapter.kafka.LogHealth;
import dev.orderbackbone.orderevents.domain.Order;
import dev.orderbackbone.orderevents.flow.Handover;
import dev.orderbackbone.orderevents.flow.Intake;
import dev.orderbackbone.orderevents.flow.OrderReader;
import dev.orderbackbone.orderevents.flow.OrderTopology;
import dev.orderbackbone.runtime.DecisionListener;
import dev.orderbackbone.runtime.DecisionTopology;
import dev.orderbackbone.runtime.KafkaSettings;
import dev.orderbackbone.runtime.StreamsProcess;
import dev.orderbackbone.runtime.StreamsSettings;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.MessageSerializer;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;
import javax.sql.DataSource;

/** All of the service: the saga in Kafka Streams, and the HTTP intake's way to the log and to the read models. */
@Factory
final class OrderEventsFactory {

    @Singleton
    DecisionTopology<Order> topology(
            OrderEventsSettings settings,
            StreamsSettings streams,
            MessageDeserializer deserializer,
            MessageSerializer serializer,
            DecisionListener listener) {
        return OrderTopology.of(settings.saga(), deserializer, serializer, streams.timerResolution(), listener);
    }

    @Context
    @Bean(preDestroy = "close")
    @Requires(property = "saga.enabled", value = "true", defaultValue = "true")
    StreamsProcess saga(DecisionTopology<Order> topology, StreamsSettings streams, KafkaSettings kafka)
            throws InterruptedException {
        return StreamsProcess.start(topology, streams, kafka);
    }

    @Context
    @Bean(
            preDestroy = "close",
            typed = {Intake.class})
    KafkaIntake intake(OrderEventsSettings settings, KafkaSettings kafka, MessageSerializer serializer) {
        return KafkaIntake.connect(kafka, settings.acknowledgeWithin(), serializer);
    }

    @Singleton
    @Readiness
    @Bean(
            preDestroy = "close",
            typed = {HealthIndicator.class})
    LogHealth logHealth(KafkaSettings kafka) {
        return LogHealth.connect(kafka);
    }

    @Singleton
    Handover handover(Intake intake, OrderEventsSettings settings) {
        return new Handover(intake, settings.acknowledgeWithin());
    }

    @Singleton
    OrderReader reader(DataSource dataSource) {
        return new JdbcOrderReader(dataSource);
    }

    @Singleton
    StockPools pools(OrderEventsSettings settings) {
        return settings.pools();
    }

    @Singleton
    @Primary
    InstantSource clock() {
        return Clock.systemUTC();
    }
}
