package dev.orderbackbone.runtime;

import io.micronaut.context.annotation.Requires;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.Map;
import org.apache.kafka.streams.KafkaStreams.State;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Ready once the topology processes inputs; while it rebalances or restores it says so. */
@Singleton
@Readiness
@Requires(beans = StreamsProcess.class)
final class StreamsHealth implements HealthIndicator {
    private final StreamsProcess process;

    StreamsHealth(StreamsProcess process) {
        this.process = process;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        State state = process.state();
        return Mono.just(HealthResult.builder("streams", process.isRunning() ? HealthStatus.UP : HealthStatus.DOWN)
                .details(Map.of("state", state.name()))
                .build());
    }
}
