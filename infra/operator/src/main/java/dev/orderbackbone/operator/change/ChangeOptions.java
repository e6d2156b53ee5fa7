package dev.orderbackbone.operator.change;

import picocli.CommandLine.Option;

/** What all commands that change something have in common. To be mixed in. */
public final class ChangeOptions {
    @Option(names = "--run", description = "Do it. Without this the plan is printed, and nothing is changed.")
    boolean isToRun;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "Why, for those who read the audit later; required with --run.")
    String reason = "";

    @Option(names = "--by", paramLabel = "NAME", description = "Who does it. Default: the user of this machine.")
    String by = System.getProperty("user.name", "");

    @Option(
            names = "--json",
            description =
                    "One JSON object: command, target, plan (does, records, parts, orders, estimatedSeconds, warnings), changed, and "
                            + "if run operationId, result, counts, faults.")
    boolean json;

    /** For a command that only plans. */
    public static ChangeOptions planning(boolean json) {
        ChangeOptions options = new ChangeOptions();
        options.json = json;
        return options;
    }
}
