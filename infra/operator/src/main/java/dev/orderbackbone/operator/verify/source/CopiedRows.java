package dev.orderbackbone.operator.verify.source;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.operator.verify.evidence.ReadRow;
import dev.orderbackbone.operator.verify.evidence.ReadTable;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows that PostgreSQL copies out in its binary format ("COPY", PostgreSQL 18 documentation): no text is made of numbers, times and ids, on
 * either side. Lives for one command; used by one thread.
 */
final class CopiedRows {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int FLAGS_BYTES = Integer.BYTES;
    private static final int TRAILER = -1;
    private static final int NULL = -1;

    /** From 1970 to 2000, where PostgreSQL begins to count. */
    private static final long EPOCH_MICROS = 946_684_800_000_000L;

    private static final int MICROS_PER_MILLI = 1_000;

    private final ReadTable table;
    private boolean isHeaderBehind;

    CopiedRows(ReadTable table) {
        this.table = table;
    }

    /** What copies the rows of a query out. */
    static String command(String select) {
        return "copy (" + select + ") to stdout (format binary)";
    }

    /**
     * The row in a message; null where there is none.
     *
     * @param message as the server sends them: a whole row in each, the header before the first one and the trailer alone.
     */
    @Nullable
    ReadRow rowIn(byte[] message) {
        ByteBuffer bytes = ByteBuffer.wrap(message);
        if (!isHeaderBehind) {
            skipHeader(bytes);
            isHeaderBehind = true;
        }
        return bytes.hasRemaining() && bytes.getShort() != TRAILER ? row(bytes) : null;
    }

    private static void skipHeader(ByteBuffer bytes) {
        byte[] signature = new byte[SIGNATURE.length];
        bytes.get(signature);
        if (!Arrays.equals(signature, SIGNATURE)) {
            throw new IllegalStateException(
                    "no rows in PostgreSQL's binary format: " + new String(signature, US_ASCII));
        }
        bytes.position(bytes.position() + FLAGS_BYTES);
        bytes.position(bytes.getInt() + bytes.position());
    }

    private ReadRow row(ByteBuffer bytes) {
        String owner = text(bytes, bytes.getInt());
        List<ReadTable.Column> columns = table.columns();
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            int length = bytes.getInt();
            values[i] = length == NULL ? null : value(columns.get(i), bytes, length);
        }
        return ReadRow.of(table, owner, values);
    }

    private static Object value(ReadTable.Column column, ByteBuffer bytes, int length) {
        return switch (column.kind()) {
            case TEXT -> text(bytes, length);
            case NUMBER -> bytes.getLong();
            case TIME -> Math.floorDiv(bytes.getLong() + EPOCH_MICROS, MICROS_PER_MILLI);
            case UUID -> new UUID(bytes.getLong(), bytes.getLong());
        };
    }

    private static String text(ByteBuffer bytes, int length) {
        byte[] text = new byte[length];
        bytes.get(text);
        return new String(text, UTF_8);
    }
}
