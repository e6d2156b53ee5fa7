package dev.orderbackbone.operator.act;

import dev.orderbackbone.operator.CommandGroup;
import picocli.CommandLine.Command;

/** About payments. */
@Command(
        name = "payments",
        description = "What only a person can say about a payment.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = ResolveCommand.class)
public final class PaymentsCommand extends CommandGroup {}
