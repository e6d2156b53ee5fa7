package dev.orderbackbone.operator.act;

import dev.orderbackbone.operator.CommandGroup;
import picocli.CommandLine.Command;

/** About stock. */
@Command(
        name = "stock",
        description = "What only a person can say about stock.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = AdjustCommand.class)
public final class StockCommand extends CommandGroup {}
