package dev.orderbackbone.operator.act;

import dev.orderbackbone.operator.whatif.Foretold;
import dev.orderbackbone.operator.whatif.Foretold.Effect;
import java.util.List;

/** Prospects of what a present decider foretells. */
final class Prospects {
    private Prospects() {}

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
