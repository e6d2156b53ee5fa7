package dev.orderbackbone.operator.act;

import picocli.CommandLine.Command;

/** Gives a message up. */
@Command(
        name = "skip",
        description = {
            "Gives up a message to a customer that is not sent yet, such as one that the mail server puts off again and again: it is not asked for any "
                    + "more. An attempt that is under way is not called back; if the mail server takes it in the end, it counts as sent.",
            "",
            "Without --run it says how the order's messages stand and what would follow. With it an ordinary event goes to notifications.commands, "
                    + "and the command waits for what becomes of it.",
        },
        footer = {
            "",
            "Examples:",
            "  ./backbone notifications skip 4t2m9k7qv0hx8w3z5r6n1c0d --milestone confirmed",
            "  ./backbone notifications skip 4t2m9k7qv0hx8w3z5r6n1c0d --milestone shipped:shipment-1 --run --reason 'told by telephone'",
            "",
            "Exit codes: 0 done, or planned; 1 not owed any more, not decided in time, or no such order; 2 the command line is wrong.",
        })
public final class SkipCommand extends NotificationVerbCommand {
    /** For the command line. */
    public SkipCommand() {
        super(NotificationVerb.SKIP, "notifications skip");
    }
}
