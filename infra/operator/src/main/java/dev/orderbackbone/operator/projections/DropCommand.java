package dev.orderbackbone.operator.projections;

import dev.orderbackbone.operator.InstallationOptions;
import dev.orderbackbone.operator.change.ChangeOptions;
import dev.orderbackbone.operator.change.Changes;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Deletes a version. */
@Command(
        name = "drop",
        description = {
            "Deletes a version of the read models that is not live. It can be rebuilt from the log at any time."
        },
        footer = {
            "",
            "Examples:",
            "  ./backbone projections drop --version 1",
            "  ./backbone projections drop --version 1 --run --reason 'read_2 has been live for a week'",
            "",
            "Exit codes: 0 dropped; 1 refused, and it was said why; 2 the command line is wrong.",
        })
public final class DropCommand implements Callable<Integer> {
    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    @Mixin
    private ChangeOptions change = new ChangeOptions();

    @Option(names = "--version", paramLabel = "N", required = true, description = "Which one.")
    private int version;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        Changes changes = Changes.of(installation, change, spec.commandLine());
        try (ReadModelsOf readModels = ReadModelsOf.installation(installation)) {
            return changes.carryOut(new Drop(readModels, version));
        }
    }
}
