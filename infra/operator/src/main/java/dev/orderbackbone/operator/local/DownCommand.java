package dev.orderbackbone.operator.local;

import dev.orderbackbone.local.DataFolder;
import dev.orderbackbone.local.LocalStack;
import dev.orderbackbone.operator.InstallationOptions;
import dev.orderbackbone.operator.text.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Stops everything. */
@Command(
        name = "down",
        description =
                "Stops what 'up' started, services first, or only the components that are named. Data stays, unless it is to be purged.",
        footer = {
            "",
            "Examples:",
            "  ./backbone down",
            "  ./backbone down order-events               its orders wait in the log until './backbone up'",
            "  ./backbone down --purge --yes",
            "",
            "Components: kafka, postgresql, simulators, registry, inventory-projector, payment-processor, notification-sender,",
            "order-events.",
            "",
            "Exit codes: 0 nothing of it runs any more; 1 something could not be stopped, or the question was not answered with yes;",
            "2 there is no such component.",
        })
public final class DownCommand implements Callable<Integer> {
    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    @Parameters(paramLabel = "COMPONENT", arity = "0..*", description = "What to stop. Default: everything.")
    private List<String> components = new ArrayList<>();

    @Option(
            names = "--purge",
            description =
                    "Delete all data, ledgers and logs as well: orders, stock, everything. Settings and what only makes starts faster stay.")
    private boolean purge;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask before deleting.")
    private boolean yes;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (purge && !components.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--purge is about everything: name no component");
        }
        PrintWriter out = spec.commandLine().getOut();
        DataFolder folder = installation.folder();
        LocalStack stack = installation.stack();
        requireKnown(stack.names());
        if (purge && !yes && !agrees(folder)) {
            spec.commandLine()
                    .getErr()
                    .println("backbone: nothing was stopped or deleted; say --yes to delete without being asked");
            return 1;
        }
        stack.down(
                new PrintedProgress(out, Terminal.isInteractive()), components.isEmpty() ? stack.names() : components);
        if (purge) {
            new Purge(folder).run();
            out.println("  deleted all data in " + folder.root());
        }
        out.flush();
        return 0;
    }

    private void requireKnown(List<String> names) {
        for (String component : components) {
            if (!names.contains(component)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "there is no component " + component + "; there are " + String.join(", ", names));
            }
        }
    }

    private static boolean agrees(DataFolder folder) {
        return "yes".equals(Terminal.ask("Delete all data in " + folder.root() + "? Type yes:"));
    }
}
