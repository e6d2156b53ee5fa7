package dev.orderbackbone.projection.adapter;

import dev.orderbackbone.projection.config.ProjectionSettings;
import dev.orderbackbone.projection.flow.ParkedRecords;
import dev.orderbackbone.projection.flow.Projection;
import dev.orderbackbone.projection.flow.ProjectionListener;
import dev.orderbackbone.projection.flow.ReadModels;
import dev.orderbackbone.projection.flow.Workshop;
import dev.orderbackbone.runtime.KafkaSettings;
import dev.orderbackbone.testkit.TestKafka;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** A projector in this process. */
record TestProjector(Projection projection, ParkedRecords parked) implements AutoCloseable {
    static TestProjector start(TestKafka kafka, ReadModels readModels, int threads, Duration takeover) {
        return start(
                kafka,
                readModels,
                new ProjectionSettings(
                        true,
                        threads,
                        50,
                        Duration.ofMillis(10),
                        65_536,
                        Duration.ofMillis(200),
                        takeover,
                        Duration.ofMillis(500),
                        0));
    }

    static TestProjector start(TestKafka kafka, ReadModels readModels, ProjectionSettings settings) {
        ParkedRecords parked = new ParkedRecords(settingsOf(kafka), Clock.systemUTC());
        return new TestProjector(
                Projection.start(new Workshop(
                        settings,
                        settingsOf(kafka),
                        readModels,
                        kafka.deserializer(),
                        parked,
                        ProjectionListener.NONE,
                        Clock.systemUTC())),
                parked);
    }

    static KafkaSettings settingsOf(TestKafka kafka) {
        return new KafkaSettings(kafka.bootstrapServers(), Map.of());
    }

    @Override
    public void close() {
        projection.close();
        parked.close();
    }
}
