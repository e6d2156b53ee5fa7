package dev.orderbackbone.operator.act;

import picocli.CommandLine.Command;

/** Tells orders to hold. */
@Command(
        name = "hold",
        description = {
            "Holds orders until they are released: nothing ships, and no deadline ends them. What goes on at the payment gateway is not stopped.",
            "",
            "Without --run it says how each order stands and what would follow. With it an ordinary event goes to orders.intake, and the "
                    + "command waits for what becomes of it.",
        },
        footer = {
            "",
            "Examples:",
            "  ./backbone orders hold 4t2m9k7qv0hx8w3z5r6n1c0d",
            "  ./backbone orders hold 4t2m9k7qv0hx8w3z5r6n1c0d --run --reason 'looks odd'",
            "",
            "Exit codes: 0 done, or planned; 1 refused, ignored, not decided in time, or no such order; 2 the command line is wrong.",
        })
public final class HoldOrdersCommand extends OrderVerbCommand {
    /** For the command line. */
    public HoldOrdersCommand() {
        super(OrderVerb.HOLD, "orders hold");
    }
}
