package dev.orderbackbone.schemas.codec;

import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.ResolvingDecoder;
import org.jspecify.annotations.Nullable;

/** All that changes while one record is read; used again for the next one. For one thread at a time. */
final class Reading {
    private static final int FIXED_BYTES = 16;

    private final BytesDecoder bytes;
    private final @Nullable ResolvingDecoder resolving;
    private final Decoder in;
    private final Frame[] frames;
    private final Items[] items;
    private final byte[] fixed = new byte[FIXED_BYTES];

    private Reading(BytesDecoder bytes, @Nullable ResolvingDecoder resolving, Workspace workspace) {
        this.bytes = bytes;
        this.resolving = resolving;
        this.in = resolving == null ? bytes : resolving;
        this.frames = workspace.newFrames();
        this.items = workspace.newItems();
    }

    /** For bytes that were written with the very schema that they are read with. */
    static Reading plain(Workspace workspace) {
        return new Reading(new BytesDecoder(), null, workspace);
    }

    /** For bytes that were written with another schema. */
    static Reading resolving(Schema writer, Schema reader, Workspace workspace) throws IOException {
        BytesDecoder bytes = new BytesDecoder();
        return new Reading(bytes, DecoderFactory.get().resolvingDecoder(writer, reader, bytes), workspace);
    }

    /** What was read before must have been finished. */
    void start(byte[] source, int offset, int length) {
        bytes.reset(source, offset, length);
    }

    /** Skips what the writer wrote last and the reader does not know, and checks that nothing follows. */
    void finish() throws IOException {
        if (resolving != null) {
            resolving.drain();
        }
        if (bytes.remainingBytes() > 0) {
            throw new CorruptBytesException(bytes.remainingBytes() + " bytes follow the record");
        }
    }

    Decoder in() {
        return in;
    }

    Frame frame(int index) {
        return frames[index];
    }

    Items items(int index) {
        return items[index];
    }

    /** The order in which the fields of the next record come; null where it is the reader's. */
    Schema.Field @Nullable [] fieldOrder() throws IOException {
        return resolving == null ? null : resolving.readFieldOrderIfDiff();
    }

    /** A place for the bytes of a fixed. */
    byte[] fixed() {
        return fixed;
    }
}
