package dev.orderbackbone.operator.act;

import dev.orderbackbone.contract.EventIds;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.operator.whatif.Foretold;
import dev.orderbackbone.operator.whatif.Foretold.Effect;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Prospects of what a present decider foretells. */
final class Prospects {
    /** Stands for what is not known yet of an event that is only thought of. */
    static final String FORECAST = "forecast";

    private Prospects() {}

    /** Meta of such an event. */
    static Meta forecastMeta(String orderId, String storeId, Instant now) {
        UUID id = EventIds.root(now, UUID.randomUUID());
        return new Meta(id, orderId, 0, now, id, storeId);
    }

    static Prospect of(Foretold foretold) {
        List<String> warnings = foretold.refusal()
                .map(rule -> List.of(foretold.orderId() + " would be refused: " + rule))
                .orElse(List.of());
        return new Prospect(
                foretold.storeId(),
                "(" + foretold.state() + "): " + foretold.outcome(),
                foretold.effect() == Effect.NONE,
                foretold.effect() == Effect.NOTED,
                warnings);
    }
}
