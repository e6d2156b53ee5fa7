package dev.orderbackbone.benchmarks.check;

/** What a row says of an order. */
public enum Outcome {
    CONFIRMED,
    OUT_OF_STOCK,
    DECLINED,
    /** Something that no order of the benchmark may end as, or no end at all. */
    OTHER
}
