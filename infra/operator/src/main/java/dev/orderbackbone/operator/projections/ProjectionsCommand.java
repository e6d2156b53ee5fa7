package dev.orderbackbone.operator.projections;

import dev.orderbackbone.operator.CommandGroup;
import picocli.CommandLine.Command;

/** Versions of the read models. */
@Command(
        name = "projections",
        description = "Rebuilds read models beside the live ones, compares, swaps and drops them.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ProjectionsListCommand.class,
            RebuildCommand.class,
            CompareCommand.class,
            SwapCommand.class,
            RollbackCommand.class,
            DropCommand.class,
        })
public final class ProjectionsCommand extends CommandGroup {}
