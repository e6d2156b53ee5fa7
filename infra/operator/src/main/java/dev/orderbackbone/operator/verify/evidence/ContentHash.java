package dev.orderbackbone.operator.verify.evidence;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** Tells whether two records have the same bytes, without keeping them. */
public final class ContentHash {
    private ContentHash() {}

    /** The first 64 bits of SHA-256 over the lengths and bytes of key and value. */
    public static long of(byte[] key, byte @Nullable [] value) {
        MessageDigest digest = sha256();
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(key.length).flip());
        digest.update(key);
        if (value != null) {
            digest.update((byte) 1);
            digest.update(value);
        }
        return ByteBuffer.wrap(digest.digest()).getLong();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
