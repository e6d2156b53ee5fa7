package dev.orderbackbone.microbenchmarks;

/**
 * What was measured of one benchmark.
 *
 * @param benchmark its class and method.
 * @param nanoseconds for one operation, the mean.
 * @param error half the width of the 99.9 % confidence interval of the mean, nanoseconds; not a number after a single iteration.
 * @param bytes allocated by one operation.
 */
record Figure(String benchmark, double nanoseconds, double error, double bytes) {}
