package dev.orderbackbone.schemas.codec;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where the components of one record wait until all of them have been read. Used again for the next record of that place in the schema. */
final class Frame {
    final @Nullable Object[] references;
    final long[] bits;

    Frame(int references, int bits) {
        this.references = new Object[references];
        this.bits = new long[bits];
    }

    /** Forgets the objects, which would otherwise live until the next record comes. */
    void clear() {
        Arrays.fill(references, null);
    }
}
