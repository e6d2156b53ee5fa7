package dev.orderbackbone.schemas.codec;

import java.io.IOException;
import java.util.List;
import org.apache.avro.io.Decoder;

/**
 * An array as an immutable list.
 *
 * @param index of the list's {@link Items} while reading.
 * @param item of the list; never null.
 */
record ListValue(int index, Value item) implements Value {
    @Override
    public Object read(Reading reading) throws IOException {
        Decoder in = reading.in();
        Items items = reading.items(index);
        for (long block = in.readArrayStart(); block > 0; block = in.arrayNext()) {
            for (long left = block; left > 0; left--) {
                items.add(item.read(reading));
            }
        }
        return items.take();
    }

    @Override
    public void write(Object value, BytesEncoder out) throws IOException {
        List<?> items = (List<?>) value;
        out.setItemCount(items.size());
        for (int position = 0; position < items.size(); position++) {
            item.write(items.get(position), out);
        }
        out.writeArrayEnd();
    }
}
