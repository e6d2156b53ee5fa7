package dev.orderbackbone.schemas.codec;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/** One component of a record. */
sealed interface Component {
    void read(Reading reading, Frame frame) throws IOException;

    void write(Object record, BytesEncoder out) throws Throwable;

    /**
     * A component that holds an object.
     *
     * @param name for messages.
     * @param slot index in {@link Frame#references}.
     * @param accessor of type (Object)Object.
     */
    record Reference(String name, int slot, MethodHandle accessor, Value value) implements Component {
        @Override
        public void read(Reading reading, Frame frame) throws IOException {
            frame.references[slot] = value.read(reading);
        }

        @Override
        public void write(Object record, BytesEncoder out) throws Throwable {
            @Nullable Object held = (@Nullable Object) accessor.invokeExact(record);
            if (held == null) {
                throw new IllegalArgumentException(name + " must not be null");
            }
            value.write(held, out);
        }
    }

    /**
     * A component that holds an object or null: a union of null and one other type.
     *
     * @param slot index in {@link Frame#references}.
     * @param accessor of type (Object)Object.
     * @param nullBranch index of null in the union, 0 or 1; the value has the other one.
     */
    record Optional(int slot, MethodHandle accessor, int nullBranch, Value value) implements Component {
        @Override
        public void read(Reading reading, Frame frame) throws IOException {
            int branch = reading.in().readIndex();
            if (branch == 1 - nullBranch) {
                frame.references[slot] = value.read(reading);
            } else if (branch == nullBranch) {
                reading.in().readNull();
                frame.references[slot] = null;
            } else {
                throw new CorruptBytesException("branch " + branch + " of a union of 2");
            }
        }

        @Override
        public void write(Object record, BytesEncoder out) throws Throwable {
            @Nullable Object held = (@Nullable Object) accessor.invokeExact(record);
            if (held == null) {
                out.writeIndex(nullBranch);
            } else {
                out.writeIndex(1 - nullBranch);
                value.write(held, out);
            }
        }
    }

    /**
     * A component that holds a primitive.
     *
     * @param slot index in {@link Frame#bits}.
     * @param accessor of type (Object)long.
     */
    record Primitive(int slot, MethodHandle accessor, Bits kind) implements Component {
        @Override
        public void read(Reading reading, Frame frame) throws IOException {
            frame.bits[slot] = kind.read(reading.in());
        }

        @Override
        public void write(Object record, BytesEncoder out) throws Throwable {
            kind.write((long) accessor.invokeExact(record), out);
        }
    }
}
