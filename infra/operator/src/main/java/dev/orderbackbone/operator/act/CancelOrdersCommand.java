package dev.orderbackbone.operator.act;

import picocli.CommandLine.Command;

/** Tells orders to cancel. */
@Command(
        name = "cancel",
        description = {
            "Cancels orders, or what has not shipped of them: stock is released, payments are voided.",
            "",
            "Without --run it says how each order stands and what would follow. With it an ordinary event goes to orders.intake, and the "
                    + "command waits for what becomes of it.",
        },
        footer = {
            "",
            "Examples:",
            "  ./backbone orders cancel 4t2m9k7qv0hx8w3z5r6n1c0d",
            "  ./backbone orders cancel 4t2m9k7qv0hx8w3z5r6n1c0d --run --reason 'customer wrote'",
            "",
            "Exit codes: 0 done, or planned; 1 refused, ignored, not decided in time, or no such order; 2 the command line is wrong.",
        })
public final class CancelOrdersCommand extends OrderVerbCommand {
    /** For the command line. */
    public CancelOrdersCommand() {
        super(OrderVerb.CANCEL, "orders cancel");
    }
}
