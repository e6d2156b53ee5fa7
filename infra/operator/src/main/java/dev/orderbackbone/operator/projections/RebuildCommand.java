package dev.orderbackbone.operator.projections;

import dev.orderbackbone.operator.change.Change;
import dev.orderbackbone.projection.operations.Pace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Fills a version beside the live one. */
@Command(
        name = "rebuild",
        description = {
            "Fills the next version of the read models from the beginning of the log, with the code of this release, up to where the live one "
                    + "is; then compares the two. The mart shows the live one all the while. May be interrupted, or killed, at any time: "
                    + "the same command goes on where it was. Writes nothing but the new schema, and is never further than the live one.",
        },
        footer = {
            "",
            "Examples:",
            "  ./backbone projections rebuild",
            "  ./backbone projections rebuild --run --reason 'sales_daily was wrong before release 12'",
            "  ./backbone projections rebuild --run --reason 'at night' --share 100",
            "  ./backbone projections rebuild --version 1 --run --reason 'so that going back is quick'",
            "",
            "Exit codes: 0 filled, and equal to the live one; 1 it differs, or cannot be done, and it was said why; 2 the command line is wrong.",
        })
public final class RebuildCommand extends ReadModelChangeCommand {
    private static final String DEFAULT_BATCH = "5000";
    private static final String DEFAULT_SHARE = "90";

    @Option(
            names = "--version",
            paramLabel = "N",
            description =
                    "Bring read_N, which is not live, up to date. Default: the version that was begun, else the next one.")
    private @Nullable Integer version;

    @Option(
            names = "--batch",
            paramLabel = "RECORDS",
            defaultValue = DEFAULT_BATCH,
            description = "Most records in one transaction, 1 to 100000. Default: ${DEFAULT-VALUE}.")
    private int batch;

    @Option(
            names = "--share",
            paramLabel = "PERCENT",
            defaultValue = DEFAULT_SHARE,
            description =
                    "How much of the time it works, 1 to 100; it rests after each transaction, so that queries beside it do not "
                            + "wait. Default: ${DEFAULT-VALUE}.")
    private int share;

    @Override
    void requireValidOptions() {
        try {
            pace();
        } catch (IllegalArgumentException wrong) {
            throw wrong("--batch, --share: " + wrong.getMessage(), wrong);
        }
    }

    @Override
    Change changeOf(ReadModelsOf readModels) {
        return new Rebuild(readModels, version, pace(), log());
    }

    private Pace pace() {
        return new Pace(batch, share);
    }
}
