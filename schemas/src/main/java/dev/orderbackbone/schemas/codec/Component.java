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
            if (held != null) {
                value.write(held, out);
            } else if (value instanceof NullableValue nullable) {
                nullable.writeNull(out);
            } else {
                throw new IllegalArgumentException(name + " must not be null");
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
