package dev.orderbackbone.schemas.codec;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.io.Decoder;
import org.jspecify.annotations.Nullable;

/**
 * An array as an immutable list. From three items on, {@code List.of} copies the array that they are collected in: 16 bytes and 4 per item that
 * outlive nothing.
 */
record ListValue(Value item) implements Value {
    @Override
    public Object read(Reading reading) throws IOException {
        Decoder in = reading.in();
        int count = (int) in.readArrayStart();
        if (count == 0) {
            return List.of();
        }
        @Nullable Object[] items = readItems(new Object[count], 0, reading);
        for (int more = (int) in.arrayNext(); more > 0; more = (int) in.arrayNext()) {
            items = readItems(Arrays.copyOf(items, items.length + more), items.length, reading);
        }
        return List.of(items);
    }

    private @Nullable Object[] readItems(@Nullable Object[] items, int first, Reading reading) throws IOException {
        for (int index = first; index < items.length; index++) {
            items[index] = item.read(reading);
        }
        return items;
    }

    @Override
    public void write(Object value, BytesEncoder out) throws IOException {
        List<?> items = (List<?>) value;
        out.setItemCount(items.size());
        for (int index = 0; index < items.size(); index++) {
            item.write(items.get(index), out);
        }
        out.writeArrayEnd();
    }
}
