package dev.orderbackbone.operator.backup;

import java.nio.ByteBuffer;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The ids of schemas in values of Confluent's wire format: a zero byte, the id in four bytes, the record. */
final class SchemaIds {
    private static final int HEADER_BYTES = 1 + Integer.BYTES;

    private SchemaIds() {}

    /** The id, if the bytes may have one. */
    static OptionalInt of(byte @Nullable [] value) {
        return value == null || value.length < HEADER_BYTES || value[0] != 0
                ? OptionalInt.empty()
                : OptionalInt.of(ByteBuffer.wrap(value).getInt(1));
    }

    /** A copy with another id. */
    static byte[] with(int id, byte[] value) {
        byte[] copy = value.clone();
        ByteBuffer.wrap(copy).putInt(1, id);
        return copy;
    }
}
