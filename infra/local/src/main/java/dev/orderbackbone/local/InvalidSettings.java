package dev.orderbackbone.local;

import java.util.List;

/** Settings that cannot be used; each problem names its key. */
public final class InvalidSettings extends RuntimeException {

    private final List<String> problems;

    InvalidSettings(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** All of them, each on one line. */
    public List<String> problems() {
        return problems;
    }
}
