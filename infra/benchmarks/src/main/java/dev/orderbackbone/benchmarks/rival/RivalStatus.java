package dev.orderbackbone.benchmarks.rival;

/** Of an order in the rival's database. */
enum RivalStatus {
    PENDING,
    CONFIRMED,
    CANCELLED
}
