package dev.orderbackbone.schemas.codec;

import java.io.IOException;
import java.util.Arrays;
import org.apache.avro.io.BinaryData;
import org.apache.avro.io.BinaryEncoder;

/**
 * Writes Avro's binary encoding into a buffer that grows and is used again. A string in ASCII costs no allocation; any other one costs a
 * temporary array of its length.
 */
final class BytesEncoder extends BinaryEncoder {
    private static final int FIRST_SIZE = 1_024;
    private static final int LARGEST_TO_KEEP = 1 << 20;
    private static final int MOST_BYTES_OF_AN_INT = 5;
    private static final int MOST_BYTES_OF_A_LONG = 10;

    private byte[] buffer = new byte[FIRST_SIZE];
    private int position;

    void reset() {
        position = 0;
    }

    /** False once a huge record has been written: its buffer is not worth its memory. */
    boolean isWorthKeeping() {
        return buffer.length <= LARGEST_TO_KEEP;
    }

    byte[] toBytes() {
        return Arrays.copyOf(buffer, position);
    }

    @Override
    public void writeBoolean(boolean value) {
        ensure(1);
        buffer[position++] = (byte) (value ? 1 : 0);
    }

    @Override
    public void writeInt(int value) {
        ensure(MOST_BYTES_OF_AN_INT);
        position += BinaryData.encodeInt(value, buffer, position);
    }

    @Override
    public void writeLong(long value) {
        ensure(MOST_BYTES_OF_A_LONG);
        position += BinaryData.encodeLong(value, buffer, position);
    }

    @Override
    public void writeFloat(float value) {
        ensure(Float.BYTES);
        position += BinaryData.encodeFloat(value, buffer, position);
    }

    @Override
    public void writeDouble(double value) {
        ensure(Double.BYTES);
        position += BinaryData.encodeDouble(value, buffer, position);
    }

    @Override
    public void writeString(String value) throws IOException {
        int start = position;
        int length = value.length();
        ensure(MOST_BYTES_OF_AN_INT + length);
        int end = start + BinaryData.encodeInt(length, buffer, start);
        for (int index = 0; index < length; index++) {
            char character = value.charAt(index);
            if (character >= 0x80) {
                super.writeString(value);
                return;
            }
            buffer[end++] = (byte) character;
        }
        position = end;
    }

    @Override
    public void writeFixed(byte[] bytes, int start, int length) {
        ensure(length);
        System.arraycopy(bytes, start, buffer, position, length);
        position += length;
    }

    /** The eight bytes of a long, the highest first. */
    void writeBigEndian(long value) {
        ensure(Long.BYTES);
        BigEndian.put(buffer, position, value);
        position += Long.BYTES;
    }

    @Override
    protected void writeZero() {
        ensure(1);
        buffer[position++] = 0;
    }

    @Override
    public int bytesBuffered() {
        return position;
    }

    @Override
    public void flush() {}

    private void ensure(int length) {
        if (length > buffer.length - position) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, Math.addExact(position, length)));
        }
    }
}
