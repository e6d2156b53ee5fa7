package dev.orderbackbone.operator.whatif;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The records of one order's history, as they were read. One thread. */
final class RawHistory {
    private final List<Logged> inputs = new ArrayList<>(8);
    private final List<Logged> outputs = new ArrayList<>(8);

    void addInput(Logged input) {
        inputs.add(input);
    }

    void addOutput(Logged output) {
        outputs.add(output);
    }

    List<Logged> inputs() {
        return inputs;
    }

    List<Logged> outputs() {
        return outputs;
    }

    /** Time of the first input; never where there is none. */
    Instant began() {
        return inputs.stream().map(Logged::timestamp).min(Instant::compareTo).orElse(Instant.MAX);
    }
}
