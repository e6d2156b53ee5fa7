package dev.orderbackbone.schemas.codec;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.apache.avro.io.Decoder;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Reads Avro's binary encoding from an array that is not trusted: no length or count that it reads is believed beyond the bytes that are left, so
 * a broken message costs no more memory than a whole one of its size. Items of arrays and maps must therefore be at least one byte long.
 *
 * <p>Throws {@link EOFException} where bytes are missing and {@link CorruptBytesException} where they make no sense.
 */
final class BytesDecoder extends Decoder {
    private static final int MOST_BITS_OF_AN_INT = 5 * 7;
    private static final int MOST_BITS_OF_A_LONG = 10 * 7;

    private byte[] bytes = {};
    private int position;
    private int limit;

    void reset(byte[] bytes, int offset, int length) {
        this.bytes = bytes;
        this.position = offset;
        this.limit = offset + length;
    }

    @Override
    public int remainingBytes() {
        return limit - position;
    }

    @Override
    public void readNull() {}

    @Override
    public boolean readBoolean() throws IOException {
        byte value = next();
        if (value >>> 1 != 0) {
            throw new CorruptBytesException("a boolean of " + value);
        }
        return value == 1;
    }

    @Override
    public int readInt() throws IOException {
        int raw = 0;
        for (int shift = 0; shift < MOST_BITS_OF_AN_INT; shift += 7) {
            byte part = next();
            raw |= (part & 0x7f) << shift;
            if (part >= 0) {
                return raw >>> 1 ^ -(raw & 1);
            }
        }
        throw new CorruptBytesException("an int of more than 5 bytes");
    }

    @Override
    public long readLong() throws IOException {
        long raw = 0;
        for (int shift = 0; shift < MOST_BITS_OF_A_LONG; shift += 7) {
            byte part = next();
            raw |= (part & 0x7fL) << shift;
            if (part >= 0) {
                return raw >>> 1 ^ -(raw & 1);
            }
        }
        throw new CorruptBytesException("a long of more than 10 bytes");
    }

    @Override
    public float readFloat() throws IOException {
        return ByteBuffer.wrap(bytes, skip(Float.BYTES), Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .getFloat();
    }

    @Override
    public double readDouble() throws IOException {
        return ByteBuffer.wrap(bytes, skip(Double.BYTES), Double.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .getDouble();
    }

    @Override
    public String readString() throws IOException {
        int length = readLength();
        return new String(bytes, skip(length), length, StandardCharsets.UTF_8);
    }

    @Override
    public Utf8 readString(@Nullable Utf8 old) throws IOException {
        return new Utf8(readString());
    }

    @Override
    public void skipString() throws IOException {
        skipBytes();
    }

    @Override
    public ByteBuffer readBytes(@Nullable ByteBuffer old) throws IOException {
        byte[] copy = new byte[readLength()];
        readFixed(copy, 0, copy.length);
        return ByteBuffer.wrap(copy);
    }

    @Override
    public void skipBytes() throws IOException {
        skip(readLength());
    }

    @Override
    public void readFixed(byte[] target, int start, int length) throws IOException {
        System.arraycopy(bytes, skip(length), target, start, length);
    }

    @Override
    public void skipFixed(int length) throws IOException {
        skip(length);
    }

    @Override
    public int readEnum() throws IOException {
        return readInt();
    }

    @Override
    public int readIndex() throws IOException {
        return readInt();
    }

    @Override
    public long readArrayStart() throws IOException {
        return readItemCount();
    }

    @Override
    public long arrayNext() throws IOException {
        return readItemCount();
    }

    @Override
    public long skipArray() throws IOException {
        return skipSizedBlocks();
    }

    @Override
    public long readMapStart() throws IOException {
        return readItemCount();
    }

    @Override
    public long mapNext() throws IOException {
        return readItemCount();
    }

    @Override
    public long skipMap() throws IOException {
        return skipSizedBlocks();
    }

    /** The number of items in the next block; a negative one announces the size of the block in bytes, which a reader has no need of. */
    private long readItemCount() throws IOException {
        long count = readLong();
        if (count < 0) {
            readLong();
            count = -count;
        }
        return checkedCount(count);
    }

    /** Skips blocks that announce their size; returns the number of items in the first that does not. */
    private long skipSizedBlocks() throws IOException {
        long count = readLong();
        while (count < 0) {
            skip(readLength());
            count = readLong();
        }
        return checkedCount(count);
    }

    private long checkedCount(long count) throws IOException {
        if (count < 0) {
            throw new CorruptBytesException("a block of " + count + " items");
        }
        if (count > remainingBytes()) {
            throw new EOFException("a block of " + count + " items, but only " + remainingBytes() + " bytes are left");
        }
        return count;
    }

    private int readLength() throws IOException {
        long length = readLong();
        if (length < 0) {
            throw new CorruptBytesException("a length of " + length);
        }
        if (length > remainingBytes()) {
            throw new EOFException("a length of " + length + ", but only " + remainingBytes() + " bytes are left");
        }
        return (int) length;
    }

    /** Moves on by {@code length} bytes; returns the position before. */
    private int skip(int length) throws IOException {
        int before = position;
        if (length > limit - before) {
            throw new EOFException(length + " bytes expected, but only " + remainingBytes() + " are left");
        }
        position = before + length;
        return before;
    }

    private byte next() throws IOException {
        if (position == limit) {
            throw new EOFException("the bytes end in the middle of a value");
        }
        return bytes[position++];
    }
}
