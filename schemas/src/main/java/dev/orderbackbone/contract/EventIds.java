package dev.orderbackbone.contract;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;

/** Event ids: UUIDs of version 7 (RFC 9562), which sort by time. */
public final class EventIds {
    private static final int BYTES_HASHED = 16 + Integer.BYTES;

    private EventIds() {}

    /**
     * The id of the message that the input with event id {@code cause} brings about as its {@code ordinal}-th output (0, 1, ...). It is a
     * function of its arguments, so a decision that is made again after a crash makes the same ids; the random bits are those of a hash.
     */
    public static UUID derive(UUID cause, int ordinal, Instant at) {
        ByteBuffer hashed = ByteBuffer.allocate(BYTES_HASHED)
                .putLong(cause.getMostSignificantBits())
                .putLong(cause.getLeastSignificantBits())
                .putInt(ordinal);
        ByteBuffer bits = ByteBuffer.wrap(Sha256.digest(hashed.array()));
        return versionSeven(at, bits.getLong(), bits.getLong());
    }

    /** The id of a message that nothing in the log caused; {@code random} must be unpredictable enough never to repeat within a millisecond. */
    public static UUID root(Instant at, UUID random) {
        return versionSeven(at, random.getMostSignificantBits(), random.getLeastSignificantBits());
    }

    private static UUID versionSeven(Instant at, long high, long low) {
        long time = at.toEpochMilli() << 16;
        long version = 0x7000L;
        long variant = 0x8000_0000_0000_0000L;
        // UUID.randomUUID fixes bits 12 to 15 of the high word and the top two of the low word: take the random bits
        // from elsewhere.
        return new UUID(time | version | (high >>> 52), variant | (low & 0x3fff_ffff_ffff_ffffL));
    }
}
