package dev.orderbackbone.operator.act;

import picocli.CommandLine.Command;

/** Tells orders to release. */
@Command(
        name = "release",
        description = {
            "Lets held orders go on: ends an operator's hold, and asks once more for what the gateway has refused. An unknown outcome must be resolved first ('payments resolve').",
            "",
            "Without --run it says how each order stands and what would follow. With it an ordinary event goes to orders.intake, and the "
                    + "command waits for what becomes of it.",
        },
        footer = {
            "",
            "Examples:",
            "  ./backbone orders release 4t2m9k7qv0hx8w3z5r6n1c0d",
            "  ./backbone orders release 4t2m9k7qv0hx8w3z5r6n1c0d --run --reason 'customer called'",
            "",
            "Exit codes: 0 done, or planned; 1 refused, ignored, not decided in time, or no such order; 2 the command line is wrong.",
        })
public final class ReleaseOrdersCommand extends OrderVerbCommand {
    /** For the command line. */
    public ReleaseOrdersCommand() {
        super(OrderVerb.RELEASE, "orders release");
    }
}
