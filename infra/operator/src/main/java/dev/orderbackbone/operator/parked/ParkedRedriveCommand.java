package dev.orderbackbone.operator.parked;

import dev.orderbackbone.runtime.Redrive.Action;
import picocli.CommandLine.Command;

/** Has parked records decided on again. */
@Command(
        name = "redrive",
        description = {
            "Sends parked records back to the services that have parked them, which decide on them again as if they came for the first time, "
                    + "in the order in which they came. What waits behind a parked record is sent back with it, from the first of its line on; of a line "
                    + "that is sent back as a whole, also what comes meanwhile, until nothing waits any more. What fails again is parked again and keeps its "
                    + "place. Nothing is decided on twice, however often it is sent.",
        },
        footer = {
            "",
            "Examples:",
            "  ./backbone parked redrive --order 4t2m9k7qv0hx8w3z5r6n1c0d                 what it would do",
            "  ./backbone parked redrive --order 4t2m9k7qv0hx8w3z5r6n1c0d --run --reason 'fixed in 1.4.2'",
            "  ./backbone parked redrive --service order-events --parked-for DECIDER_FAILED --since 2026-01-31T12:00:00Z",
            "  ./backbone parked redrive order-events.parked.v1-2@12 --json | jq .plan",
            "",
            "Exit codes: 0 planned, or all of it decided on; 1 something was not, failed again, or cannot be sent back; 2 the command line is wrong.",
        })
public final class ParkedRedriveCommand extends SendBackCommand {
    /** Made by picocli. */
    public ParkedRedriveCommand() {
        super(Action.REDRIVE);
    }
}
