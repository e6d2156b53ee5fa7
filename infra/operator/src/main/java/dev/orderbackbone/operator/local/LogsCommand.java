package dev.orderbackbone.operator.local;

import dev.orderbackbone.local.LocalStack;
import dev.orderbackbone.operator.CommandFailure;
import dev.orderbackbone.operator.InstallationOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what a process wrote. */
@Command(
        name = "logs",
        description = "Prints the end of what a component wrote to its standard output and error.",
        footer = {
            "",
            "Components: kafka, postgresql, simulators, registry, inventory-projector, payment-processor, notification-sender,",
            "order-events.",
            "",
            "Examples:",
            "  ./backbone logs order-events",
            "  ./backbone logs kafka --lines 200",
            "  ./backbone logs payment-processor --follow",
            "",
            "Exit codes: 0 printed; 1 there is no such log yet; 2 there is no such component.",
        })
public final class LogsCommand implements Callable<Integer> {
    private static final String USUAL_LINES = "40";

    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    @Parameters(paramLabel = "COMPONENT", description = "Whose log.")
    private String component = "";

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            defaultValue = USUAL_LINES,
            description = "How many of its last lines. Default: " + USUAL_LINES + ".")
    private int lines;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on printing what is written, until Ctrl-C.")
    private boolean follow;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        LocalStack stack = installation.stack();
        PrintWriter out = spec.commandLine().getOut();
        if (!stack.names().contains(component)) {
            spec.commandLine()
                    .getErr()
                    .println("backbone: there is no component " + component + "; there are "
                            + String.join(", ", stack.names()));
            return 2;
        }
        Path log = stack.log(component);
        if (!Files.exists(log)) {
            throw new CommandFailure(component + " has written no log yet: " + log);
        }
        FollowedFile file = FollowedFile.open(log, Math.max(0, lines));
        file.printTo(out);
        while (follow) {
            Thread.sleep(FollowedFile.BETWEEN_LOOKS);
            file.printTo(out);
        }
        return 0;
    }
}
