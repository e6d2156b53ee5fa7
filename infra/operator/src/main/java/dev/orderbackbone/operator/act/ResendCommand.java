package dev.orderbackbone.operator.act;

import picocli.CommandLine.Command;

/** Sends a message once more. */
@Command(
        name = "resend",
        description = {
            "Sends a message to a customer once more that was sent, given up or skipped: a new mail with an id of its own, to the address of the "
                    + "order. One that is still being tried is not sent twice; nothing is sent where the order has no address.",
            "",
            "Without --run it says how the order's messages stand and what would follow. With it an ordinary event goes to notifications.commands, "
                    + "and the command waits until the sending is asked for; 'order ID' shows what becomes of it.",
        },
        footer = {
            "",
            "Examples:",
            "  ./backbone notifications resend 4t2m9k7qv0hx8w3z5r6n1c0d --milestone confirmed",
            "  ./backbone notifications resend 4t2m9k7qv0hx8w3z5r6n1c0d --milestone shipped:shipment-1 --run --reason 'customer called'",
            "",
            "Exit codes: 0 done, or planned; 1 nothing to send, still being tried, not decided in time, or no such order; 2 the command line is wrong.",
        })
public final class ResendCommand extends NotificationVerbCommand {
    /** For the command line. */
    public ResendCommand() {
        super(NotificationVerb.RESEND, "notifications resend");
    }
}
