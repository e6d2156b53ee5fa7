package dev.orderbackbone.inventory.config;

import dev.orderbackbone.inventory.flow.InventoryTopology;
import dev.orderbackbone.projection.config.ProjectionSettings;
import dev.orderbackbone.projection.flow.ParkedRecords;
import dev.orderbackbone.projection.flow.Projection;
import dev.orderbackbone.projection.flow.ProjectionListener;
import dev.orderbackbone.projection.flow.ReadModels;
import dev.orderbackbone.projection.flow.Workshop;
import dev.orderbackbone.runtime.DecisionListener;
import dev.orderbackbone.runtime.KafkaSettings;
import dev.orderbackbone.runtime.StreamsProcess;
import dev.orderbackbone.runtime.StreamsSettings;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.MessageSerializer;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Which object gets which. Inventory and projection know nothing of each other. */
@Factory
final class InventoryProjectorFactory {

    @Context
    @Bean(preDestroy = "close")
    @Requires(property = "inventory.enabled", value = "true", defaultValue = "true")
    StreamsProcess inventory(
            MessageDeserializer deserializer,
            MessageSerializer serializer,
            DecisionListener listener,
            StreamsSettings streams,
            KafkaSettings kafka)
            throws InterruptedException {
        return StreamsProcess.start(
                InventoryTopology.of(deserializer, serializer, streams.timerResolution(), listener), streams, kafka);
    }

    @Context
    @Bean(preDestroy = "close")
    @Requires(property = "projection.enabled", value = "true", defaultValue = "true")
    Projection projection(
            ProjectionSettings settings,
            KafkaSettings kafka,
            ReadModels readModels,
            MessageDeserializer deserializer,
            ParkedRecords parked,
            ProjectionListener listener) {
        return Projection.start(
                new Workshop(settings, kafka, readModels, deserializer, parked, listener, Clock.systemUTC()));
    }

    @Singleton
    @Bean(preDestroy = "close")
    ParkedRecords parkedRecords(KafkaSettings kafka) {
        return new ParkedRecords(kafka, Clock.systemUTC());
    }
}
