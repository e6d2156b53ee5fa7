package dev.orderbackbone.contract;

import java.nio.charset.StandardCharsets;

/** Makes the order id out of what a storefront knows, so that one intent can only ever be one order. */
public final class OrderIds {
    /** Length of every order id, in characters. */
    public static final int LENGTH = 24;

    private static final String CROCKFORD_BASE32 = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final char SEPARATOR = 0x1f;

    private OrderIds() {}

    /**
     * The order id of a store's idempotency key: the first 120 bits of SHA-256 over both, in Crockford's base 32 (lower case). The same
     * pair gives the same id for ever; two pairs collide with a probability below 10⁻¹⁸ among 10⁹ orders.
     */
    public static String of(String storeId, String idempotencyKey) {
        byte[] hash = Sha256.digest((storeId + SEPARATOR + idempotencyKey).getBytes(StandardCharsets.UTF_8));
        char[] id = new char[LENGTH];
        for (int digit = 0; digit < LENGTH; digit++) {
            id[digit] = CROCKFORD_BASE32.charAt(fiveBitsAt(hash, digit * 5));
        }
        return new String(id);
    }

    private static int fiveBitsAt(byte[] bytes, int bit) {
        int window = (bytes[bit / 8] & 0xff) << 8 | (bytes[bit / 8 + 1] & 0xff);
        return window >>> (11 - bit % 8) & 0x1f;
    }
}
