package dev.orderbackbone.runtime;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what a worker says. */
final class Counts implements EffectListener {
    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostUnderWay = new AtomicInteger();

    @Override
    public synchronized void dealtWith(String topic, Outcome outcome) {
        outcomes.merge(outcome, 1, Integer::sum);
    }

    @Override
    public void underWay(String topic, int change) {
        mostUnderWay.accumulateAndGet(underWay.addAndGet(change), Math::max);
    }

    synchronized int of(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }

    int mostUnderWay() {
        return mostUnderWay.get();
    }
}
