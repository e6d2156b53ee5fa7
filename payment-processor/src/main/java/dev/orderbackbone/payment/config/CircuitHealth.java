package dev.orderbackbone.payment.config;

import dev.orderbackbone.payment.flow.CircuitBreaker;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.Map;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Says whether the gateway is in trouble. The service is ready all the same: it waits, and decides what it can. */
@Singleton
@Readiness
final class CircuitHealth implements HealthIndicator {
    private final CircuitBreaker circuit;

    CircuitHealth(CircuitBreaker circuit) {
        this.circuit = circuit;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Mono.just(HealthResult.builder("gateway", HealthStatus.UP)
                .details(Map.of("circuit", circuit.isOpen() ? "open" : "closed"))
                .build());
    }
}
