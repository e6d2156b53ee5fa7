package dev.orderbackbone.schemas.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads what Avro's own encoder wrote, and believes no length that it reads. */
class BytesDecoderTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final BinaryEncoder avro = EncoderFactory.get().binaryEncoder(written, null);

    static LongStream longs() {
        return LongStream.concat(
                LongStream.of(0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE, Integer.MIN_VALUE, Integer.MAX_VALUE),
                LongStream.range(0, 63).flatMap(bit -> LongStream.of(1L << bit, -(1L << bit), (1L << bit) - 1)));
    }

    @ParameterizedTest
    @MethodSource("longs")
    void readsNumbersOfEveryMagnitude(long value) throws IOException {
        avro.writeLong(value);
        avro.writeInt((int) value);
        avro.writeDouble((double) value);
        avro.writeFloat((float) value);

        BytesDecoder decoder = decoder();

        assertThat(decoder.readLong()).isEqualTo(value);
        assertThat(decoder.readInt()).isEqualTo((int) value);
        assertThat(decoder.readDouble()).isEqualTo((double) value);
        assertThat(decoder.readFloat()).isEqualTo((float) value);
        assertThat(decoder.remainingBytes()).isZero();
    }

    @Test
    void readsAndSkipsTheRest() throws IOException {
        for (int copy = 0; copy < 2; copy++) {
            avro.writeString("grün");
            avro.writeBytes(new byte[] {1, 2, 3});
            avro.writeFixed(new byte[] {4, 5});
        }
        avro.writeBoolean(true);

        BytesDecoder decoder = decoder();

        assertThat(decoder.readString(null).toString()).isEqualTo("grün");
        assertThat(decoder.readBytes(null).array()).containsExactly(1, 2, 3);
        byte[] fixed = new byte[2];
        decoder.readFixed(fixed);
        assertThat(fixed).containsExactly(4, 5);
        decoder.skipString();
        decoder.skipBytes();
        decoder.skipFixed(2);
        assertThat(decoder.readBoolean()).isTrue();
    }

    @Test
    void readsBlocksThatSayTheirSizeAndSkipsThemWhole() throws IOException {
        for (int copy = 0; copy < 2; copy++) {
            avro.writeLong(-2); // two items in a block
            avro.writeLong(2); // of two bytes
            avro.writeInt(7);
            avro.writeInt(8);
            avro.writeLong(0);
        }

        BytesDecoder decoder = decoder();

        assertThat(decoder.readArrayStart()).isEqualTo(2);
        assertThat(decoder.readInt()).isEqualTo(7);
        assertThat(decoder.readInt()).isEqualTo(8);
        assertThat(decoder.arrayNext()).isZero();
        assertThat(decoder.skipArray()).isZero();
        assertThat(decoder.remainingBytes()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 100, Integer.MAX_VALUE, 1L << 40, Long.MAX_VALUE})
    void aLengthBeyondTheEndCostsNoMemory(long length) throws IOException {
        avro.writeLong(length);
        avro.writeBoolean(true);
        avro.flush();
        BytesDecoder decoder = new BytesDecoder();

        long allocated = allocatedBy(() -> {
            assertThatThrownBy(() -> restarted(decoder).readString()).isInstanceOf(EOFException.class);
            assertThatThrownBy(() -> restarted(decoder).readBytes(null)).isInstanceOf(EOFException.class);
            assertThatThrownBy(() -> restarted(decoder).skipString()).isInstanceOf(EOFException.class);
            assertThatThrownBy(() -> restarted(decoder).readArrayStart()).isInstanceOf(EOFException.class);
            assertThatThrownBy(() -> restarted(decoder).readMapStart()).isInstanceOf(EOFException.class);
        });

        assertThat(allocated).isLessThan(5_000_000); // loading AssertJ's classes, not the length
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Integer.MIN_VALUE, Long.MIN_VALUE})
    void aNegativeLengthIsCorrupt(long length) throws IOException {
        avro.writeLong(length);
        avro.flush();

        assertThatThrownBy(() -> decoder().readString()).isInstanceOf(CorruptBytesException.class);
        assertThatThrownBy(() -> decoder().skipBytes()).isInstanceOf(CorruptBytesException.class);
    }

    @Test
    void aBlockCountThatCannotBeNegatedIsCorrupt() throws IOException {
        avro.writeLong(Long.MIN_VALUE);
        avro.writeLong(0);

        assertThatThrownBy(() -> decoder().readArrayStart()).isInstanceOf(CorruptBytesException.class);
    }

    @Test
    void numbersThatDoNotEndAndBooleansThatAreNoneAreCorrupt() {
        byte[] endless = new byte[20];
        Arrays.fill(endless, (byte) 0xff);
        BytesDecoder decoder = new BytesDecoder();

        decoder.reset(endless, 0, endless.length);
        assertThatThrownBy(decoder::readInt).isInstanceOf(CorruptBytesException.class);
        decoder.reset(endless, 0, endless.length);
        assertThatThrownBy(decoder::readLong).isInstanceOf(CorruptBytesException.class);
        decoder.reset(endless, 0, endless.length);
        assertThatThrownBy(decoder::readBoolean).isInstanceOf(CorruptBytesException.class);
    }

    @Test
    void neverReadsBeyondItsPartOfTheArray() {
        BytesDecoder decoder = new BytesDecoder();
        decoder.reset(new byte[] {0, 0, 0, 0}, 1, 2);

        assertThatThrownBy(() -> decoder.readFixed(new byte[3])).isInstanceOf(EOFException.class);
        assertThatThrownBy(decoder::readDouble).isInstanceOf(EOFException.class);
    }

    private BytesDecoder decoder() throws IOException {
        avro.flush();
        return restarted(new BytesDecoder());
    }

    private BytesDecoder restarted(BytesDecoder decoder) {
        decoder.reset(written.toByteArray(), 0, written.size());
        return decoder;
    }

    private static long allocatedBy(Runnable action) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        action.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
