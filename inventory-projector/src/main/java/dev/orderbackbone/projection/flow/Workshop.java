package dev.orderbackbone.projection.flow;

import dev.orderbackbone.projection.config.ProjectionSettings;
import dev.orderbackbone.runtime.KafkaSettings;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import java.time.Clock;

/**
 * What projectors work with; they share it.
 *
 * @param settings how to project.
 * @param kafka where the log is.
 * @param readModels where the rows go.
 * @param deserializer of the log's messages.
 * @param parking where records go that cannot be projected.
 * @param listener is told what is done.
 * @param clock for pauses and measuring only: rows hold the times that events state.
 */
public record Workshop(
        ProjectionSettings settings,
        KafkaSettings kafka,
        ReadModels readModels,
        MessageDeserializer deserializer,
        Parking parking,
        ProjectionListener listener,
        Clock clock) {}
