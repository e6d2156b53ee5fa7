package dev.orderbackbone.schemas.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Longs in byte arrays, the highest byte first. */
final class BigEndian {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private BigEndian() {}

    static long get(byte[] bytes, int position) {
        return (long) LONGS.get(bytes, position);
    }

    static void put(byte[] bytes, int position, long value) {
        LONGS.set(bytes, position, value);
    }
}
