package dev.orderbackbone.operator.whatif;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs checks on a world. */
record Checking(RecordedWorld world, Selection selection) {
    private static final int LIMIT = 100;

    static Checking of(RecordedWorld world) {
        return new Checking(world, new Selection(Set.of(), Set.of(), null, null));
    }

    Checking ofOrder(String orderId) {
        return new Checking(world, new Selection(Set.of(), Set.of(orderId), null, null));
    }

    Checking between(@Nullable Instant since, @Nullable Instant until) {
        return new Checking(world, new Selection(Set.of(), Set.of(), since, until));
    }

    ServiceFindings run(ServiceCheck check) {
        return Checks.run(check, world, world.deserializer(), selection, LIMIT);
    }
}
