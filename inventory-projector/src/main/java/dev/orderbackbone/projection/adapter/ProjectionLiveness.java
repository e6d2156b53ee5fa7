package dev.orderbackbone.projection.adapter;

import dev.orderbackbone.projection.flow.Projection;
import io.micronaut.context.annotation.Requires;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Liveness;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Alive as long as the threads are: a projector that waits for a database must not be restarted for it. */
@Singleton
@Liveness
@Requires(beans = Projection.class)
final class ProjectionLiveness implements HealthIndicator {
    private final Projection projection;

    ProjectionLiveness(Projection projection) {
        this.projection = projection;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Mono.just(HealthResult.builder("projectors", projection.isAlive() ? HealthStatus.UP : HealthStatus.DOWN)
                .build());
    }
}
