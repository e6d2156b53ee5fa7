package dev.orderbackbone.operator.groups;

import dev.orderbackbone.operator.CommandGroup;
import picocli.CommandLine.Command;

/** About consumer groups. */
@Command(
        name = "groups",
        description = "Consumer groups, and where they go on.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {GroupListCommand.class, GroupResetCommand.class})
public final class GroupsCommand extends CommandGroup {}
