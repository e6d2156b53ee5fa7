package dev.orderbackbone.operator.parked;

import dev.orderbackbone.operator.CommandGroup;
import picocli.CommandLine.Command;

/** What services have put aside. */
@Command(
        name = "parked",
        description = "Tells what services could not decide on and have put aside.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ParkedListCommand.class, ParkedShowCommand.class})
public final class ParkedCommand extends CommandGroup {}
