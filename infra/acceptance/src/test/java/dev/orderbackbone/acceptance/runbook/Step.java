package dev.orderbackbone.acceptance.runbook;

import java.util.ArrayList;
import java.util.List;

/**
 * A block of commands, and what the last of them prints.
 *
 * @param commands in their order.
 * @param shown what the page says of it; without lines where it says nothing.
 */
public record Step(List<Command> commands, Excerpt shown) {
    /** Copies. */
    public Step {
        commands = List.copyOf(commands);
    }

    Step showing(List<String> lines) {
        List<String> all = new ArrayList<>(shown.lines());
        all.addAll(lines);
        return new Step(commands, new Excerpt(all));
    }
}
