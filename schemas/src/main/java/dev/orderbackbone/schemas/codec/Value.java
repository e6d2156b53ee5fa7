package dev.orderbackbone.schemas.codec;

import java.io.IOException;

/**
 * How values of one place in a schema are read and written; none of them is null. Immutable: what changes while reading stands in
 * {@link Reading}.
 */
interface Value {
    Object read(Reading reading) throws IOException;

    void write(Object value, BytesEncoder out) throws IOException;
}
