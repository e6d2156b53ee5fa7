package dev.orderbackbone.operator.replay;

import dev.orderbackbone.operator.CommandGroup;
import dev.orderbackbone.operator.whatif.CheckCommand;
import picocli.CommandLine.Command;

/** The past once more. */
@Command(
        name = "replay",
        description =
                "The past once more: records into another topic or a read model of their own, and what would be decided now.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ReplayPlanCommand.class, ReplayRunCommand.class, CheckCommand.class})
public final class ReplayCommand extends CommandGroup {}
