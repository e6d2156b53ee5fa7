package dev.orderbackbone.operator.projections;

import dev.orderbackbone.operator.change.Change;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

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
public final class SwapCommand extends ReadModelChangeCommand {
    @Option(names = "--version", paramLabel = "N", description = "Which one. Default: the latest that is not live.")
    private @Nullable Integer version;

    @Option(
            names = "--accept-differences",
            description = "Swap though it differs from the live one; --reason says why.")
    private boolean isDifferenceAccepted;

    @Override
    Change changeOf(ReadModelsOf readModels) {
        return new Swap(
                readModels, "projections swap", versions -> versions.toSwapTo(version), !isDifferenceAccepted, log());
    }
}
