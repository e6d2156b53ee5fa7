package dev.orderbackbone.operator.stuck;

import dev.orderbackbone.operator.CommandGroup;
import dev.orderbackbone.operator.act.CancelOrdersCommand;
import dev.orderbackbone.operator.act.HoldOrdersCommand;
import dev.orderbackbone.operator.act.ReleaseOrdersCommand;
import picocli.CommandLine.Command;

/** About many orders. */
@Command(
        name = "orders",
        description = "Tells about many orders, or tells orders something; 'order ID' tells all about one.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            StuckCommand.class,
            HoldOrdersCommand.class,
            ReleaseOrdersCommand.class,
            CancelOrdersCommand.class,
        })
public final class OrdersCommand extends CommandGroup {}
