package dev.orderbackbone.payment.config;

import dev.orderbackbone.contract.payment.GatewayAnswer;
import dev.orderbackbone.contract.payment.GatewayOperation;
import dev.orderbackbone.contract.payment.GatewayOutcome;
import dev.orderbackbone.payment.flow.CallListener;
import dev.orderbackbone.payment.flow.CircuitBreaker;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts gateway calls as {@code backbone_gateway_calls_total} by operation and outcome, and shows the circuit. */
@Singleton
final class CallMetrics implements CallListener {
    private record Kind(GatewayOperation operation, GatewayOutcome outcome) {}

    private final MeterRegistry registry;
    private final Map<Kind, Counter> counters = new ConcurrentHashMap<>();

    CallMetrics(MeterRegistry registry, CircuitBreaker circuit) {
        this.registry = registry;
        Gauge.builder("backbone.gateway.circuit.open", circuit, breaker -> breaker.isOpen() ? 1 : 0)
                .description("1 while calls are kept back because the gateway is in trouble")
                .register(registry);
    }

    @Override
    public void answered(GatewayAnswer answer) {
        counters.computeIfAbsent(new Kind(answer.operation(), answer.outcome()), this::counter)
                .increment();
    }

    private Counter counter(Kind kind) {
        return Counter.builder("backbone.gateway.calls")
                .description("Gateway calls, by what came of them")
                .tag("operation", kind.operation().name())
                .tag("outcome", kind.outcome().name())
                .register(registry);
    }
}
