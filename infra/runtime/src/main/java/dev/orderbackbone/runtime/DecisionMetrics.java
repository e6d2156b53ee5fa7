package dev.orderbackbone.runtime;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts inputs as {@code backbone_inputs_total} by topic, outcome and reason. */
@Singleton
final class DecisionMetrics implements DecisionListener {
    private record Kind(String topic, Outcome outcome, String detail) {}

    private final MeterRegistry registry;
    private final Map<Kind, Counter> counters = new ConcurrentHashMap<>();

    DecisionMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void dealtWith(String topic, Outcome outcome, String detail) {
        counters.computeIfAbsent(new Kind(topic, outcome, detail), this::counter)
                .increment();
    }

    private Counter counter(Kind kind) {
        return Counter.builder("backbone.inputs")
                .description("Records dealt with, by what became of them")
                .tag("topic", kind.topic())
                .tag("outcome", kind.outcome().name())
                .tag("reason", kind.detail())
                .register(registry);
    }
}
