package dev.orderbackbone.schemas.serde;

import dev.orderbackbone.schemas.codec.RecordCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * A service's private state in Avro's single-object encoding: C3 01, the CRC-64-AVRO fingerprint of the schema (8 bytes, the lowest first), the
 * record. Older versions of the schema stay readable as long as they are named; no registry is needed. Thread-safe.
 *
 * @param <T> the state's record class.
 */
public final class StateSerde<T extends Record> implements Serde<T>, Serializer<T>, Deserializer<T> {
    private static final byte[] MARKER = {(byte) 0xc3, 1};
    private static final int HEADER_BYTES = MARKER.length + Long.BYTES;

    private static final VarHandle LITTLE_ENDIAN_LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final RecordCodec<T> codec;
    private final byte[] header;
    private final List<StateVersion<T>> versions;

    private StateSerde(RecordCodec<T> codec, List<Schema> schemas) {
        this.codec = codec;
        this.header = headerOf(codec.schema());
        this.versions = schemas.stream()
                .map(schema -> new StateVersion<>(fingerprintOf(schema), codec.readerOf(schema)))
                .toList();
    }

    /**
     * The serde of a state.
     *
     * @param current what is written.
     * @param former what can still be read.
     * @throws IllegalArgumentException if the record and the current schema differ.
     * @throws org.apache.avro.AvroTypeException if a former schema cannot be resolved to the current one.
     */
    public static <T extends Record> StateSerde<T> of(Class<T> state, Schema current, Schema... former) {
        List<Schema> schemas =
                Stream.concat(Stream.of(current), Arrays.stream(former)).toList();
        return new StateSerde<>(RecordCodec.of(state, current), schemas);
    }

    /**
     * As {@link #of}, with schemas from the class path of {@code state}.
     *
     * @param current absolute, such as {@code /state/OrderState.avsc}.
     */
    public static <T extends Record> StateSerde<T> ofResource(Class<T> state, String current, String... former) {
        Schema[] formerSchemas =
                Arrays.stream(former).map(name -> parse(state, name)).toArray(Schema[]::new);
        return of(state, parse(state, current), formerSchemas);
    }

    /** The bytes of a state; null, which deletes, stays null. */
    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T state) {
        return state == null ? null : codec.encode(header, state);
    }

    /**
     * The state that the bytes are; null stays null.
     *
     * @throws SerializationException if they are none of any version that this release knows.
     */
    @Override
    public @Nullable T deserialize(String topic, byte @Nullable [] bytes) {
        return bytes == null ? null : read(bytes);
    }

    private T read(byte[] bytes) {
        if (bytes.length >= HEADER_BYTES && bytes[0] == MARKER[0] && bytes[1] == MARKER[1]) {
            long fingerprint = (long) LITTLE_ENDIAN_LONG.get(bytes, MARKER.length);
            for (StateVersion<T> version : versions) {
                if (version.fingerprint() == fingerprint) {
                    return read(bytes, version);
                }
            }
        }
        throw new SerializationException("these " + bytes.length + " bytes are no "
                + codec.type().getName() + " of any of the " + versions.size() + " versions that this release reads");
    }

    private T read(byte[] bytes, StateVersion<T> version) {
        try {
            return version.reader().read(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES);
        } catch (IOException | RuntimeException broken) {
            throw new SerializationException("broken " + codec.type().getName() + ": " + broken.getMessage(), broken);
        }
    }

    @Override
    public Serializer<T> serializer() {
        return this;
    }

    @Override
    public Deserializer<T> deserializer() {
        return this;
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {}

    @Override
    public void close() {}

    private static long fingerprintOf(Schema schema) {
        return SchemaNormalization.parsingFingerprint64(schema);
    }

    private static byte[] headerOf(Schema schema) {
        return ByteBuffer.allocate(HEADER_BYTES)
                .put(MARKER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(fingerprintOf(schema))
                .array();
    }

    private static Schema parse(Class<?> state, String name) {
        try (InputStream content = state.getResourceAsStream(name)) {
            if (content == null) {
                throw new IllegalArgumentException("no schema " + name + " on the class path");
            }
            return new Schema.Parser().parse(content);
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + name, broken);
        }
    }
}
