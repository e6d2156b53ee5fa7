package dev.orderbackbone.benchmarks.load;

import dev.orderbackbone.benchmarks.workload.Workload;

/** Consecutive orders of one workload. */
public record Segment(Workload workload, int first, int count) {
    /** The number after the last. */
    public int end() {
        return first + count;
    }

    /** Whether the order of that number is one of them. */
    public boolean has(int number) {
        return number >= first && number < end();
    }
}
