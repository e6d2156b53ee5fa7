package dev.orderbackbone.schemas.codec;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/**
 * Maps a record class to Avro's binary encoding and back. Thread-safe; costly to make, cheap to use.
 *
 * @param <T> the record class.
 */
public final class RecordCodec<T> {
    private static final byte[] NO_PREFIX = {};
    private static final Spares<BytesEncoder> ENCODERS = new Spares<>();

    private final Class<T> type;
    private final Schema schema;
    private final Workspace workspace = new Workspace();
    private final RecordValue root;

    private RecordCodec(Class<T> type, Schema schema) {
        this.type = type;
        this.schema = schema;
        this.root = new ValueCompiler(workspace).record(type.getSimpleName(), type, schema);
    }

    /**
     * The codec of a record class and its schema.
     *
     * @throws IllegalArgumentException if the two are not the same, component by component; says where they differ.
     */
    public static <T> RecordCodec<T> of(Class<T> recordClass, Schema schema) {
        return new RecordCodec<>(recordClass, schema);
    }

    /** The schema that records are written with. */
    public Schema schema() {
        return schema;
    }

    /** The record class. */
    public Class<T> type() {
        return type;
    }

    /** The record in Avro's binary encoding. */
    public byte[] encode(T record) {
        return encode(NO_PREFIX, record);
    }

    /**
     * The record in Avro's binary encoding, after a prefix.
     *
     * @throws IllegalArgumentException if a component is null that must not be.
     */
    public byte[] encode(byte[] prefix, T record) {
        BytesEncoder spare = ENCODERS.take();
        BytesEncoder out = spare == null ? new BytesEncoder() : spare;
        try {
            out.reset();
            out.writeFixed(prefix, 0, prefix.length);
            root.write(record, out);
            return out.toBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            if (out.isWorthKeeping()) {
                ENCODERS.giveBack(out);
            }
        }
    }

    /**
     * A reader of records that were written with {@code writer}, which may be any schema that Avro can resolve to this codec's.
     *
     * @throws AvroTypeException if Avro cannot.
     */
    public RecordReader<T> readerOf(Schema writer) {
        var verdict = SchemaCompatibility.checkReaderWriterCompatibility(schema, writer);
        if (verdict.getType() != SchemaCompatibilityType.COMPATIBLE) {
            throw new AvroTypeException(
                    verdict.getResult().getIncompatibilities().toString());
        }
        try {
            return new RecordReader<>(this, writer);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @SuppressWarnings("unchecked") // the root value makes records of this class and of no other
    T read(Reading reading) throws IOException {
        return (T) root.read(reading);
    }

    /** What one thread needs to read with this codec. */
    Workspace workspace() {
        return workspace;
    }
}
