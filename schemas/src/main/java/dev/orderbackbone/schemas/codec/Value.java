package dev.orderbackbone.schemas.codec;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** How values of one place in a schema are read and written. Immutable; what changes while reading stands in {@link Reading}. */
interface Value {
    @Nullable
    Object read(Reading reading) throws IOException;

    void write(Object value, BytesEncoder out) throws IOException;
}
