package dev.orderbackbone.operator.projections;

import dev.orderbackbone.operator.InstallationOptions;
import dev.orderbackbone.operator.change.ChangeOptions;
import dev.orderbackbone.operator.change.Changes;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lets the mart show a rebuilt version. */
@Command(
        name = "swap",
        description = {
            "Lets the mart show a rebuilt version instead of the live one, in one transaction: each query sees the one or the other, whole. It is "
                    + "brought to where the live one is, and compared with it, before. The projector goes on with it; the former version "
                    + "stays as it is, and 'rollback' goes back to it.",
        },
        footer = {
            "",
            "Examples:",
            "  ./backbone projections swap",
            "  ./backbone projections swap --run --reason 'the rebuilt rows equal the old ones'",
            "  ./backbone projections swap --version 3 --run --accept-differences --reason 'refunds were counted twice before'",
            "",
            "Exit codes: 0 swapped; 1 refused, or not well, and it was said why; 2 the command line is wrong.",
        })
public final class SwapCommand implements Callable<Integer> {
    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    @Mixin
    private ChangeOptions change = new ChangeOptions();

    @Option(names = "--version", paramLabel = "N", description = "Which one. Default: the latest that is not live.")
    private @Nullable Integer version;

    @Option(
            names = "--accept-differences",
            description = "Swap though it differs from the live one; --reason says why.")
    private boolean isDifferenceAccepted;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        Changes changes = Changes.of(installation, change, spec.commandLine());
        try (ReadModelsOf readModels = ReadModelsOf.installation(installation)) {
            return changes.carryOut(new Swap(
                    readModels, "projections swap", versions -> versions.toSwapTo(version), !isDifferenceAccepted));
        }
    }
}
