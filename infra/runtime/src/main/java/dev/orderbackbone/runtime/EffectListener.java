package dev.orderbackbone.runtime;

/** Is told what the worker does, for metrics. Called by many threads; it must be quick and must not throw. */
public interface EffectListener {
    /** Counts nothing. */
    EffectListener NONE = new EffectListener() {
        @Override
        public void dealtWith(String topic, Outcome outcome) {}

        @Override
        public void underWay(String topic, int change) {}
    };

    /** What became of a delivered request. */
    enum Outcome {
        /** Carried out, or tried, and the answer is in the log. */
        ANSWERED,
        /** Its deadline had passed: not carried out. */
        EXPIRED,
        /** No request that this release can read: parked. */
        PARKED,
        /** The effect failed on it: a defect of ours. It stays without an answer. */
        FAILED,
        /** Not answered before the process ended, or its answer could not be written: it will be delivered again. */
        RELEASED
    }

    /** One delivery is done with. */
    void dealtWith(String topic, Outcome outcome);

    /**
     * More or fewer requests are under way.
     *
     * @param change 1 or -1.
     */
    void underWay(String topic, int change);
}
