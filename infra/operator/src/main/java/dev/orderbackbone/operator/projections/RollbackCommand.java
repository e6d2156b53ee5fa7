package dev.orderbackbone.operator.projections;

import dev.orderbackbone.operator.change.Change;
import dev.orderbackbone.projection.operations.Versions;
import picocli.CommandLine.Command;

/** Goes back to the version that was live before. */
@Command(
        name = "rollback",
        description = {
            "Lets the mart show the version again that was live before. What has come since is projected into it first, and takes the longer the "
                    + "longer ago the swap was; it is not compared, as going back is mostly done because the two differ.",
        },
        footer = {
            "",
            "Examples:",
            "  ./backbone projections rollback",
            "  ./backbone projections rollback --run --reason 'the new sales_daily lacks a currency'",
            "",
            "Exit codes: 0 swapped back; 1 refused, or not well, and it was said why; 2 the command line is wrong.",
        })
public final class RollbackCommand extends ReadModelChangeCommand {
    @Override
    Change changeOf(ReadModelsOf readModels) {
        return new Swap(readModels, "projections rollback", Versions::toRollBackTo, false, log());
    }
}
