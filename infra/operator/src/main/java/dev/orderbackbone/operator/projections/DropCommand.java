package dev.orderbackbone.operator.projections;

import dev.orderbackbone.operator.change.Change;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

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
public final class DropCommand extends ReadModelChangeCommand {
    @Option(names = "--version", paramLabel = "N", required = true, description = "Which one.")
    private int version;

    @Override
    Change changeOf(ReadModelsOf readModels) {
        return new Drop(readModels, version);
    }
}
