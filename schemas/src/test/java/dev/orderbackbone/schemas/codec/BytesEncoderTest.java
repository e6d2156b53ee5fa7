package dev.orderbackbone.schemas.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Writes the very bytes that Avro's own encoder writes. */
class BytesEncoderTest {
    private final ByteArrayOutputStream expected = new ByteArrayOutputStream();
    private final BinaryEncoder avro = EncoderFactory.get().binaryEncoder(expected, null);
    private final BytesEncoder ours = new BytesEncoder();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "plain ascii \u0000 \u007f",
                "grün",
                "€",
                "😀",
                "ascii first, then ü",
                "half a pair: \ud83d"
            })
    void writesAnyText(String text) throws IOException {
        for (Encoder encoder : new Encoder[] {avro, ours}) {
            encoder.writeString(text);
            encoder.writeString(text.repeat(500)); // beyond the first size of the buffer
        }

        assertThatBytesAreEqual();
    }

    @Test
    void writesAllElse() throws IOException {
        for (Encoder encoder : new Encoder[] {avro, ours}) {
            encoder.writeBoolean(true);
            encoder.writeBoolean(false);
            for (int bit = 0; bit < 64; bit++) {
                encoder.writeLong(1L << bit);
                encoder.writeLong(-(1L << bit));
                encoder.writeInt(1 << bit);
            }
            encoder.writeFloat(1.5f);
            encoder.writeDouble(-2.5);
            encoder.writeFixed(new byte[3_000]);
            encoder.writeBytes(new byte[] {1, 2});
            encoder.writeEnum(3);
            encoder.writeIndex(1);
            encoder.writeArrayStart();
            encoder.setItemCount(1);
            encoder.startItem();
            encoder.writeNull();
            encoder.writeArrayEnd();
        }

        assertThatBytesAreEqual();
    }

    @Test
    void isReadyForTheNextRecordAfterReset() {
        ours.writeLong(Long.MAX_VALUE);
        ours.reset();
        ours.writeInt(1);

        assertThat(ours.toBytes()).containsExactly(2);
    }

    @Test
    void isNotKeptAfterAHugeRecord() {
        assertThat(ours.isWorthKeeping()).isTrue();

        ours.writeFixed(new byte[2 << 20], 0, 2 << 20);

        assertThat(ours.isWorthKeeping()).isFalse();
    }

    private void assertThatBytesAreEqual() throws IOException {
        avro.flush();
        assertThat(ours.toBytes()).isEqualTo(expected.toByteArray());
        assertThat(ours.bytesBuffered()).isEqualTo(expected.size());
    }
}
