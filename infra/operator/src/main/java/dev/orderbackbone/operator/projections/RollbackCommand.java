package dev.orderbackbone.operator.projections;

import dev.orderbackbone.operator.InstallationOptions;
import dev.orderbackbone.operator.change.ChangeOptions;
import dev.orderbackbone.operator.change.Changes;
import dev.orderbackbone.projection.operations.Versions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

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
public final class RollbackCommand implements Callable<Integer> {
    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    @Mixin
    private ChangeOptions change = new ChangeOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        Changes changes = Changes.of(installation, change, spec.commandLine());
        try (ReadModelsOf readModels = ReadModelsOf.installation(installation)) {
            return changes.carryOut(new Swap(readModels, "projections rollback", Versions::toRollBackTo, false));
        }
    }
}
