package dev.orderbackbone.operator.parked;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What services have put aside. */
@Command(
        name = "parked",
        description = "Tells what services could not decide on and have put aside.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ParkedListCommand.class, ParkedShowCommand.class})
public final class ParkedCommand implements Runnable {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this text.")
    boolean isHelpWanted;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
