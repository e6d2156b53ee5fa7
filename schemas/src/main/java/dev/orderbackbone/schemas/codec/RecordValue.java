package dev.orderbackbone.schemas.codec;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** A record, made by its canonical constructor. */
final class RecordValue implements Value {
    private final Class<?> type;
    private final int frame;
    private final Component[] components;
    private final MethodHandle constructor;

    /**
     * @param frame index of the record's frame while reading.
     * @param components in the order of the schema's fields.
     * @param constructor of type (Object[], long[])Object, for the arrays of a {@link Frame}.
     */
    RecordValue(Class<?> type, int frame, Component[] components, MethodHandle constructor) {
        this.type = type;
        this.frame = frame;
        this.components = components;
        this.constructor = constructor;
    }

    @Override
    public Object read(Reading reading) throws IOException {
        Frame values = reading.frame(frame);
        Schema.Field @Nullable [] order = reading.fieldOrder();
        if (order == null) {
            for (Component component : components) {
                component.read(reading, values);
            }
        } else {
            for (Schema.Field field : order) {
                components[field.pos()].read(reading, values);
            }
        }
        Object made = construct(values);
        values.clear();
        return made;
    }

    private Object construct(Frame values) throws IOException {
        try {
            return (Object) constructor.invokeExact(values.references, values.bits);
        } catch (RuntimeException | Error refusal) {
            throw refusal;
        } catch (Throwable undeclared) {
            throw new IOException("cannot make a " + type.getName(), undeclared);
        }
    }

    @Override
    public void write(Object value, BytesEncoder out) throws IOException {
        try {
            for (Component component : components) {
                component.write(value, out);
            }
        } catch (IOException | RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable undeclared) {
            throw new IOException("cannot read a component of " + type.getName(), undeclared);
        }
    }
}
