package dev.orderbackbone.runtime;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts deliveries as {@code backbone_effects_total} by topic and outcome, and shows those under way as {@code backbone_effects_under_way}. */
@Singleton
final class EffectMetrics implements EffectListener {
    private record Kind(String topic, Outcome outcome) {}

    private final MeterRegistry registry;
    private final Map<Kind, Counter> counters = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> underWay = new ConcurrentHashMap<>();

    EffectMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void dealtWith(String topic, Outcome outcome) {
        counters.computeIfAbsent(new Kind(topic, outcome), this::counter).increment();
    }

    @Override
    public void underWay(String topic, int change) {
        underWay.computeIfAbsent(topic, this::gauge).addAndGet(change);
    }

    private Counter counter(Kind kind) {
        return Counter.builder("backbone.effects")
                .description("Delivered requests, by what became of them")
                .tag("topic", kind.topic())
                .tag("outcome", kind.outcome().name())
                .register(registry);
    }

    private AtomicInteger gauge(String topic) {
        AtomicInteger underWayNow = new AtomicInteger();
        Gauge.builder("backbone.effects.under.way", underWayNow, AtomicInteger::get)
                .description("Requests that are being carried out")
                .tag("topic", topic)
                .register(registry);
        return underWayNow;
    }
}
