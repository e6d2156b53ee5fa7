package dev.orderbackbone.projection.adapter;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of mart.freshness; its comments say what the columns mean. */
@MappedEntity(value = "freshness", schema = "mart")
record FreshnessRow(
        @Id String topic,
        long lagRecords,
        @Nullable BigDecimal lagSeconds,
        @Nullable Instant completeUntil,
        @Nullable Instant lastEventAt,
        Instant observedAt,
        long applied,
        long ignored,
        long parked) {}
