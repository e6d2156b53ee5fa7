package dev.orderbackbone.operator.change;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A change that counts to three, and does in between what a test wants. */
final class Counting implements Change {
    private final Step between;
    private final List<String> faults;
    private int runs;

    /** Something between two numbers. */
    @FunctionalInterface
    interface Step {
        void take() throws InterruptedException;
    }

    Counting() {
        this(() -> {}, List.of());
    }

    Counting(Step between, List<String> faults) {
        this.between = between;
        this.faults = faults;
    }

    int runs() {
        return runs;
    }

    @Override
    public String command() {
        return "numbers count";
    }

    @Override
    public String target() {
        return "all numbers";
    }

    @Override
    public Plan plan() {
        return Plan.of("count to three");
    }

    @Override
    public Outcome run(Plan plan, Operation operation, ChangeProgress progress) throws InterruptedException {
        runs++;
        for (int number = 1; number <= 3; number++) {
            progress.at("numbers", number, 3);
            between.take();
        }
        return new Outcome(new LinkedHashMap<>(Map.of("numbers", 3L)), faults);
    }
}
