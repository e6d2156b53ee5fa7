package dev.orderbackbone.projection.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** The loop of a projector, from stored positions on, as long as nothing fails and the read model is the one to project into. Used by one thread. */
final class Projecting {
    private final UUID owner;
    private final int number;
    private final Workshop workshop;
    private final LogReader reader;
    private final ReadModel readModel;
    private final Backoff backoff;

    Projecting(UUID owner, int number, Workshop workshop, LogReader reader, ReadModel readModel, Backoff backoff) {
        this.owner = owner;
        this.number = number;
        this.workshop = workshop;
        this.reader = reader;
        this.readModel = readModel;
        this.backoff = backoff;
    }

    void from(Map<TopicPartition, Long> stored, BooleanSupplier isStopping) {
        Applying applying = new Applying(owner, workshop, reader, readModel, Selection.ALL, stored);
        Instant nextHeartbeat = now();
        while (!isStopping.getAsBoolean()) {
            Instant now = now();
            if (!now.isBefore(nextHeartbeat)) {
                if (!workshop.readModels().open().equals(readModel)) {
                    return;
                }
                workshop.listener().lags(number, applying.passMarkers(reader.ends()));
                nextHeartbeat = now.plus(workshop.settings().heartbeat());
                backoff.reset();
            }
            ConsumerRecords<byte[], byte[]> records = reader.read(Duration.between(now, nextHeartbeat));
            if (!records.isEmpty()) {
                applying.apply(records);
            }
        }
    }

    private Instant now() {
        return workshop.clock().instant();
    }
}
