package dev.orderbackbone.runtime;

import io.micronaut.context.annotation.Requires;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.Map;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Ready while the effect worker works. */
@Singleton
@Readiness
@Requires(beans = EffectWorker.class)
final class EffectHealth implements HealthIndicator {
    private final EffectWorker worker;

    EffectHealth(EffectWorker worker) {
        this.worker = worker;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        HealthStatus status = worker.isRunning() ? HealthStatus.UP : HealthStatus.DOWN;
        return Mono.just(HealthResult.builder("effects", status)
                .details(Map.of("underWay", worker.underWay()))
                .build());
    }
}
