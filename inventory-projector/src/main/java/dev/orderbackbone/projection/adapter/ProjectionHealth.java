package dev.orderbackbone.projection.adapter;

import dev.orderbackbone.projection.flow.Projection;
import dev.orderbackbone.projection.flow.ProjectorState;
import dev.orderbackbone.projection.flow.ProjectorState.Phase;
import io.micronaut.context.annotation.Requires;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Ready while every projector projects, or stands by because another one does. Otherwise it says what each is waiting for. */
@Singleton
@Readiness
@Requires(beans = Projection.class)
final class ProjectionHealth implements HealthIndicator {
    private final Projection projection;

    ProjectionHealth(Projection projection) {
        this.projection = projection;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        List<ProjectorState> states = projection.states();
        boolean isReady =
                states.stream().allMatch(state -> state.phase() == Phase.RUNNING || state.phase() == Phase.STANDBY);
        return Mono.just(HealthResult.builder("projection", isReady ? HealthStatus.UP : HealthStatus.DOWN)
                .details(states.stream().map(ProjectionHealth::detailsOf).toList())
                .build());
    }

    private static Map<String, String> detailsOf(ProjectorState state) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("phase", state.phase().name());
        details.put("detail", state.detail());
        details.put("since", state.since().toString());
        return details;
    }
}
