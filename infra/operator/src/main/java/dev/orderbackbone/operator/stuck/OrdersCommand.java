package dev.orderbackbone.operator.stuck;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** About many orders. */
@Command(
        name = "orders",
        description = "Tells about many orders; 'order ID' tells all about one.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = StuckCommand.class)
public final class OrdersCommand implements Runnable {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this text.")
    boolean isHelpWanted;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
