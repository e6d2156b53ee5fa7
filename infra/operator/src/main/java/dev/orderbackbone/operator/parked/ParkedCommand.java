package dev.orderbackbone.operator.parked;

import dev.orderbackbone.operator.CommandGroup;
import picocli.CommandLine.Command;

/** What services have put aside. */
@Command(
        name = "parked",
        description = "Tells what services could not decide on and have put aside, and has them decide on it again.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ParkedListCommand.class,
            ParkedShowCommand.class,
            ParkedRedriveCommand.class,
            ParkedEditCommand.class,
            ParkedDiscardCommand.class
        })
public final class ParkedCommand extends CommandGroup {}
