package dev.orderbackbone.benchmarks.load;

import dev.orderbackbone.benchmarks.workload.SampleOrder;

/** Who takes orders. */
public interface Target {
    /** From now on, what becomes of orders is told to this phase. The former one is over. */
    void begin(Phase phase);

    /**
     * Submits an order of the phase, again and again until it is accepted; tells the phase. Called by many threads at a time.
     *
     * @throws dev.orderbackbone.benchmarks.BenchFailure if it is not accepted after many attempts.
     */
    void submit(SampleOrder order, Phase phase) throws InterruptedException;
}
