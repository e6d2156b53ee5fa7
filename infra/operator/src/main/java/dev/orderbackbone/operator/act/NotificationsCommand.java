package dev.orderbackbone.operator.act;

import dev.orderbackbone.operator.CommandGroup;
import picocli.CommandLine.Command;

/** About messages to customers. */
@Command(
        name = "notifications",
        description = "What only a person can say about a message to a customer.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ResendCommand.class, SkipCommand.class})
public final class NotificationsCommand extends CommandGroup {}
