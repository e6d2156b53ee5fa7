package dev.orderbackbone.schemas.codec;

import java.lang.reflect.RecordComponent;

/** Which place of a {@link Frame} each component of a record has. */
final class Slots {
    private final int[] slots;
    private int references;
    private int primitives;

    Slots(RecordComponent[] components) {
        slots = new int[components.length];
        for (int index = 0; index < components.length; index++) {
            slots[index] = components[index].getType().isPrimitive() ? primitives++ : references++;
        }
    }

    int of(int component) {
        return slots[component];
    }

    int references() {
        return references;
    }

    int primitives() {
        return primitives;
    }
}
