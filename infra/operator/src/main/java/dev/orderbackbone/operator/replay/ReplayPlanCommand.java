package dev.orderbackbone.operator.replay;

import dev.orderbackbone.operator.InstallationOptions;
import dev.orderbackbone.operator.change.ChangeOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells what a replay would do. */
@Command(
        name = "plan",
        description =
                "Tells what 'replay run' with the same options would copy or project: how many records, of which partitions, types, times and orders. "
                        + "Reads only.",
        footer = {
            "",
            "Examples:",
            "  ./backbone replay plan --topic orders.events.v1 --to-topic shipped --type OrderShipped",
            "  ./backbone replay plan --topic orders.events.v1 --to-topic shipped --type OrderShipped --json | jq .plan.records",
            "",
            "Exit codes: 0 planned; 1 refused, or nothing selected: it is said why; 2 the command line is wrong.",
        })
public final class ReplayPlanCommand implements Callable<Integer> {
    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    @Mixin
    private ReplayOptions selected = new ReplayOptions();

    @Option(names = "--json", description = "One JSON object, as 'replay run --json' without --run.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        return ReplayRunCommand.replay(installation, selected, ChangeOptions.planning(json), spec);
    }
}
