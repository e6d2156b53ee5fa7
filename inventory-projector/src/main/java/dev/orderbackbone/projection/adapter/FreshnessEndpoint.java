package dev.orderbackbone.projection.adapter;

import io.micronaut.management.endpoint.annotation.Endpoint;
import io.micronaut.management.endpoint.annotation.Read;
import java.util.List;

/** GET /freshness: how old the read models are, by source topic. */
@Endpoint(id = "freshness", defaultSensitive = false)
final class FreshnessEndpoint {
    private final Freshness freshness;

    FreshnessEndpoint(Freshness freshness) {
        this.freshness = freshness;
    }

    @Read
    List<FreshnessRow> freshness() {
        return freshness.findAll();
    }
}
