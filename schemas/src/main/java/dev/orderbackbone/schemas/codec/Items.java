package dev.orderbackbone.schemas.codec;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the items of one list wait until all of them have been read. Used again for the next list of that place in the schema. */
final class Items {
    private static final int FIRST_SIZE = 8;

    private @Nullable Object[] held = new Object[FIRST_SIZE];
    private int count;

    void add(Object item) {
        if (count == held.length) {
            held = Arrays.copyOf(held, 2 * count);
        }
        held[count++] = item;
    }

    /**
     * An immutable list of the items, which are forgotten here. From three on, {@code List.of} copies the array that it is given: 16 bytes and 4
     * per item that outlive nothing.
     */
    List<?> take() {
        List<?> list = switch (count) {
            case 0 -> List.of();
            case 1 -> List.of(held[0]);
            case 2 -> List.of(held[0], held[1]);
            default -> List.of(Arrays.copyOf(held, count));
        };
        Arrays.fill(held, 0, count, null);
        count = 0;
        return list;
    }
}
