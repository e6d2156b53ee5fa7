package dev.orderbackbone.schemas.codec;

import java.io.IOException;
import org.apache.avro.io.Decoder;

/** Primitive values, carried as the bits of a long so that none of them is ever boxed. */
enum Bits {
    INT {
        @Override
        long read(Decoder in) throws IOException {
            return in.readInt();
        }

        @Override
        void write(long bits, BytesEncoder out) {
            out.writeInt((int) bits);
        }
    },
    LONG {
        @Override
        long read(Decoder in) throws IOException {
            return in.readLong();
        }

        @Override
        void write(long bits, BytesEncoder out) {
            out.writeLong(bits);
        }
    },
    BOOLEAN {
        @Override
        long read(Decoder in) throws IOException {
            return in.readBoolean() ? 1 : 0;
        }

        @Override
        void write(long bits, BytesEncoder out) {
            out.writeBoolean(bits != 0);
        }
    };

    abstract long read(Decoder in) throws IOException;

    abstract void write(long bits, BytesEncoder out);
}
