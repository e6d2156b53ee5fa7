package dev.orderbackbone.benchmarks.run;

/**
 * One way of dividing the work.
 *
 * @param partitions of every topic, and threads of each service and of the projection.
 * @param pools that the stock location is split into.
 * @param result of the stages MAX and HOT.
 */
public record ScalingStep(int partitions, int pools, BenchResult result) {}
