package dev.orderbackbone.projection.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows for PostgreSQL's binary COPY, the cheapest way in on both sides: no statement is parsed, no number turned into text. The format is
 * that of the manual, section "COPY, Binary Format". Used by one thread.
 */
final class CopyRows {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int NULL = -1;
    private static final int END = -1;
    private static final int JSONB_VERSION = 1;
    private static final int OID_INT8 = 20;
    private static final int OID_TEXT = 25;
    private static final int OID_INT4 = 23;

    private final String target;
    private final int columns;
    private int rows;
    private ByteBuffer out = ByteBuffer.allocate(16 * 1024);

    /**
     * No rows yet.
     *
     * @param table with its schema.
     * @param columns names, comma-separated, in the order in which values follow.
     */
    CopyRows(String table, String columns) {
        this.target = "copy " + table + " (" + columns + ") from stdin (format binary)";
        this.columns = columns.split(",", -1).length;
        out.put(SIGNATURE).putInt(0).putInt(0);
    }

    /** Begins a row; exactly as many values as there are columns must follow. */
    CopyRows row() {
        rows++;
        room(Short.BYTES).putShort((short) columns);
        return this;
    }

    CopyRows number(long value) {
        room(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(value);
        return this;
    }

    CopyRows number(@Nullable Long value) {
        return value == null ? nothing() : number(value.longValue());
    }

    CopyRows integer(int value) {
        room(2 * Integer.BYTES).putInt(Integer.BYTES).putInt(value);
        return this;
    }

    CopyRows time(@Nullable Instant value) {
        return value == null ? nothing() : number(SqlValues.microsSince2000(value));
    }

    CopyRows uuid(UUID value) {
        room(Integer.BYTES + 2 * Long.BYTES)
                .putInt(2 * Long.BYTES)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits());
        return this;
    }

    CopyRows text(@Nullable String value) {
        return value == null ? nothing() : bytes(SqlValues.text(value).getBytes(UTF_8));
    }

    CopyRows json(@Nullable String value) {
        if (value == null) {
            return nothing();
        }
        byte[] text = value.getBytes(UTF_8);
        room(Integer.BYTES + 1 + text.length)
                .putInt(1 + text.length)
                .put((byte) JSONB_VERSION)
                .put(text);
        return this;
    }

    CopyRows texts(List<String> values) {
        int start = beginArray(OID_TEXT, values.size());
        values.forEach(this::text);
        return endArray(start);
    }

    CopyRows numbers(@Nullable List<Long> values) {
        if (values == null) {
            return nothing();
        }
        int start = beginArray(OID_INT8, values.size());
        values.forEach(this::number);
        return endArray(start);
    }

    /** An array of integers; null where there are none. */
    CopyRows integers(List<Integer> values) {
        if (values.isEmpty()) {
            return nothing();
        }
        int start = beginArray(OID_INT4, values.size());
        values.forEach(this::integer);
        return endArray(start);
    }

    /**
     * Sends the rows, unless there are none.
     *
     * @throws SQLException if the database refuses one of them; none of them is then there.
     */
    void send(Connection connection) throws SQLException {
        if (rows == 0) {
            return;
        }
        room(Short.BYTES).putShort((short) END);
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(target);
        try {
            copy.writeToCopy(out.array(), 0, out.position());
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private CopyRows nothing() {
        room(Integer.BYTES).putInt(NULL);
        return this;
    }

    private CopyRows bytes(byte[] value) {
        room(Integer.BYTES + value.length).putInt(value.length).put(value);
        return this;
    }

    /** Writes an array's header, of which the length is set at its end. */
    private int beginArray(int elementType, int size) {
        int start = out.position();
        ByteBuffer header = room(7 * Integer.BYTES).putInt(0);
        boolean isEmpty = size == 0;
        header.putInt(isEmpty ? 0 : 1).putInt(0).putInt(elementType);
        if (!isEmpty) {
            header.putInt(size).putInt(1);
        }
        return start;
    }

    private CopyRows endArray(int start) {
        out.putInt(start, out.position() - start - Integer.BYTES);
        return this;
    }

    private ByteBuffer room(int bytes) {
        if (out.remaining() < bytes) {
            ByteBuffer larger = ByteBuffer.allocate(Math.max(2 * out.capacity(), out.position() + bytes));
            out = larger.put(out.flip());
        }
        return out;
    }
}
