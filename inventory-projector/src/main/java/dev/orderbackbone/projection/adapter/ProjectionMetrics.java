package dev.orderbackbone.projection.adapter;

import dev.orderbackbone.projection.flow.ProjectionListener;
import dev.orderbackbone.projection.flow.ReadModel.Applied;
import dev.orderbackbone.projection.flow.SetAside;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What the projectors do, as metrics {@code backbone_projection_*}. */
@Singleton
final class ProjectionMetrics implements ProjectionListener {
    private final MeterRegistry registry;
    private final Counter applied;
    private final Counter rows;
    private final Timer batches;
    private final Map<Integer, AtomicLong> lags = new ConcurrentHashMap<>();

    ProjectionMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.applied = Counter.builder("backbone.projection.applied")
                .description("Records that rows came from")
                .register(registry);
        this.rows = Counter.builder("backbone.projection.rows")
                .description("Rows written, positions apart")
                .register(registry);
        this.batches = Timer.builder("backbone.projection.batches")
                .description("Time that a batch takes in the database")
                .register(registry);
    }

    @Override
    public void projected(Applied batch, Duration took) {
        applied.increment(batch.applied());
        rows.increment(batch.rows());
        batches.record(took);
    }

    @Override
    public void setAside(SetAside kind, long records) {
        Counter.builder("backbone.projection.set.aside")
                .description("Records that no row came from")
                .tag("topic", kind.partition().topic())
                .tag("outcome", kind.outcome().name())
                .tag("reason", kind.reason())
                .register(registry)
                .increment((double) records);
    }

    @Override
    public void lags(int projector, long records) {
        lags.computeIfAbsent(projector, this::gauge).set(records);
    }

    private AtomicLong gauge(int projector) {
        AtomicLong lag = new AtomicLong();
        registry.gauge(
                "backbone.projection.lag.records", List.of(Tag.of("projector", Integer.toString(projector))), lag);
        return lag;
    }
}
