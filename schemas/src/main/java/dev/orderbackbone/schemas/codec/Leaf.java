package dev.orderbackbone.schemas.codec;

import java.io.IOException;
import java.time.Instant;
import java.util.UUID;

/** Values that contain no others. */
enum Leaf implements Value {
    STRING {
        @Override
        public Object read(Reading reading) throws IOException {
            return reading.in().readString();
        }

        @Override
        public void write(Object value, BytesEncoder out) throws IOException {
            out.writeString((String) value);
        }
    },
    INSTANT {
        @Override
        public Object read(Reading reading) throws IOException {
            return Instant.ofEpochMilli(reading.in().readLong());
        }

        @Override
        public void write(Object value, BytesEncoder out) {
            out.writeLong(((Instant) value).toEpochMilli());
        }
    },
    UUID {
        @Override
        public Object read(Reading reading) throws IOException {
            byte[] bytes = reading.fixed();
            reading.in().readFixed(bytes, 0, bytes.length);
            return new UUID(BigEndian.get(bytes, 0), BigEndian.get(bytes, Long.BYTES));
        }

        @Override
        public void write(Object value, BytesEncoder out) {
            UUID id = (UUID) value;
            out.writeBigEndian(id.getMostSignificantBits());
            out.writeBigEndian(id.getLeastSignificantBits());
        }
    },
    INTEGER {
        @Override
        public Object read(Reading reading) throws IOException {
            return reading.in().readInt();
        }

        @Override
        public void write(Object value, BytesEncoder out) {
            out.writeInt((Integer) value);
        }
    },
    LONG {
        @Override
        public Object read(Reading reading) throws IOException {
            return reading.in().readLong();
        }

        @Override
        public void write(Object value, BytesEncoder out) {
            out.writeLong((Long) value);
        }
    },
    BOOLEAN {
        @Override
        public Object read(Reading reading) throws IOException {
            return reading.in().readBoolean();
        }

        @Override
        public void write(Object value, BytesEncoder out) {
            out.writeBoolean((Boolean) value);
        }
    }
}
