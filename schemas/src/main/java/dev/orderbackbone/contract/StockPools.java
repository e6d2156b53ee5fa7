package dev.orderbackbone.contract;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * Which stock pool holds a SKU. A location is one pool, or, where one thread cannot keep up with it, several: its SKUs are then spread
 * over them by their CRC-32C.
 *
 * @param poolsPerLocation 1 to 1,000; the same for the order saga and the stock intake, and not to be changed while stock is held.
 */
public record StockPools(int poolsPerLocation) {
    /** Most pools that a location can be split into. */
    public static final int MOST_POOLS = 1_000;

    /** Checks the range. */
    public StockPools {
        if (poolsPerLocation < 1 || poolsPerLocation > MOST_POOLS) {
            throw new IllegalArgumentException(
                    "pools-per-location must be 1 to " + MOST_POOLS + ", but is " + poolsPerLocation);
        }
    }

    /** The pool, such as {@code main} or, where a location is split, {@code main-3}. */
    public String poolOf(String location, String sku) {
        return poolsPerLocation == 1 ? location : location + "-" + slotOf(sku);
    }

    private int slotOf(String sku) {
        CRC32C checksum = new CRC32C();
        checksum.update(sku.getBytes(StandardCharsets.UTF_8));
        return (int) (checksum.getValue() % poolsPerLocation);
    }
}
