package dev.orderbackbone.schemas.codec;

import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/**
 * Reads records that were written with one certain schema. Thread-safe.
 *
 * @param <T> the record class.
 */
public final class RecordReader<T> {
    private final RecordCodec<T> codec;
    private final Schema writer;
    private final boolean plain;
    private final Spares<Reading> spares = new Spares<>();

    RecordReader(RecordCodec<T> codec, Schema writer) throws IOException {
        this.codec = codec;
        this.writer = writer;
        this.plain = layoutOf(writer).equals(layoutOf(codec.schema()));
        spares.giveBack(newReading());
    }

    /**
     * Reads the record that fills {@code length} bytes from {@code offset} on.
     *
     * @throws java.io.EOFException if bytes are missing.
     * @throws IOException if the bytes are not of the writer's schema.
     * @throws RuntimeException if they are and the record's constructor refuses the values, or no value of this release corresponds to what was
     *      written.
     */
    public T read(byte[] bytes, int offset, int length) throws IOException {
        Reading spare = spares.take();
        Reading reading = spare == null ? newReading() : spare;
        reading.start(bytes, offset, length);
        T value = codec.read(reading);
        reading.finish();
        spares.giveBack(reading); // after a failure it is not in order and left to the garbage collector
        return value;
    }

    private Reading newReading() throws IOException {
        return plain ? Reading.plain(codec.workspace()) : Reading.resolving(writer, codec.schema(), codec.workspace());
    }

    private static String layoutOf(Schema schema) {
        return SchemaNormalization.toParsingForm(schema);
    }
}
