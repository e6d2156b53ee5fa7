package dev.orderbackbone.acceptance.runbook;

import java.util.List;

/**
 * What stands below a heading.
 *
 * @param heading without its signs.
 * @param steps blocks of commands.
 */
public record Section(String heading, List<Step> steps) {
    /** Copies. */
    public Section {
        steps = List.copyOf(steps);
    }

    /** All of its commands. */
    public List<Command> commands() {
        return steps.stream().flatMap(step -> step.commands().stream()).toList();
    }
}
