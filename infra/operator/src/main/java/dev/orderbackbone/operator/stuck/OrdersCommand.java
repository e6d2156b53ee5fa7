package dev.orderbackbone.operator.stuck;

import dev.orderbackbone.operator.CommandGroup;
import picocli.CommandLine.Command;

/** About many orders. */
@Command(
        name = "orders",
        description = "Tells about many orders; 'order ID' tells all about one.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = StuckCommand.class)
public final class OrdersCommand extends CommandGroup {}
