package dev.orderbackbone.benchmarks.workload;

/**
 * A line of an order.
 *
 * @param sku its number.
 * @param quantity 1 to 3 units.
 * @param priceMinor of one unit, in cents.
 */
public record SampleLine(int sku, int quantity, long priceMinor) {
    /** The SKU as contenders know it. */
    public String skuName() {
        return Skus.name(sku);
    }
}
