package dev.orderbackbone.operator.verify.invariant;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The movements of one kind of one order. There are few of them. */
final class Movements {
    private List<Movement> all = List.of();
    private long sumMinor;

    /** Adds one. Returns whether it is the first with its id. */
    boolean add(Movement movement) {
        boolean first = withId(movement.id()) == null;
        all = Few.plus(all, movement);
        sumMinor += movement.amountMinor();
        return first;
    }

    @Nullable
    Movement withId(String id) {
        for (Movement movement : all) {
            if (movement.id().equals(id)) {
                return movement;
            }
        }
        return null;
    }

    List<Movement> all() {
        return all;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    long sumMinor() {
        return sumMinor;
    }

    /** The sum of those, each id once, that are not among the others. */
    long sumWithoutMinor(Movements others) {
        Set<String> ids = new HashSet<>();
        return all.stream()
                .filter(movement -> others.withId(movement.id()) == null && ids.add(movement.id()))
                .mapToLong(Movement::amountMinor)
                .sum();
    }

    /** Packed place of the last one; {@code otherwise} where there is none. */
    long placeOfLast(long otherwise) {
        return all.isEmpty() ? otherwise : all.getLast().place();
    }
}
