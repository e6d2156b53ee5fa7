package dev.orderbackbone.schemas.codec;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A union of null and one other type.
 *
 * @param nullBranch index of null in the union, 0 or 1; the value has the other one.
 */
record NullableValue(int nullBranch, Value value) implements Value {
    @Override
    public @Nullable Object read(Reading reading) throws IOException {
        int branch = reading.in().readIndex();
        if (branch == 1 - nullBranch) {
            return value.read(reading);
        }
        if (branch != nullBranch) {
            throw new CorruptBytesException("branch " + branch + " of a union of 2");
        }
        reading.in().readNull();
        return null;
    }

    @Override
    public void write(Object present, BytesEncoder out) throws IOException {
        out.writeIndex(1 - nullBranch);
        value.write(present, out);
    }

    void writeNull(BytesEncoder out) throws IOException {
        out.writeIndex(nullBranch);
    }
}
