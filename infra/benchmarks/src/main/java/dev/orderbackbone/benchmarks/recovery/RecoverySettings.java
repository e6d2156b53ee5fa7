package dev.orderbackbone.benchmarks.recovery;

/**
 * What is measured.
 *
 * @param orders stored before anything is measured, 1 or more.
 * @param ratePerSecond orders that flow beside the rebuild, more than 0.
 * @param share how much of the time the rebuild works, 1 to 100 percent.
 */
public record RecoverySettings(int orders, double ratePerSecond, int share) {}
