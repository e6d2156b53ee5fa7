package dev.orderbackbone.operator.parked;

import dev.orderbackbone.runtime.Redrive.Action;
import picocli.CommandLine.Command;

/** Marks parked records as not needed any more. */
@Command(
        name = "discard",
        description = {
            "Marks parked records as not needed any more: nobody decides on them, and what waits behind them does so no longer. Exactly those are "
                    + "discarded that are asked for, not their lines. They stay in the log, and 'parked list --all' shows them.",
        },
        footer = {
            "",
            "Examples:",
            "  ./backbone parked discard order-events.parked.v1-2@12                 what it would do",
            "  ./backbone parked discard order-events.parked.v1-2@12 --run --reason 'sent again by the shop'",
            "  ./backbone parked discard --service order-events --parked-for UNDECODABLE --until 2026-01-31T12:00:00Z",
            "",
            "Exit codes: 0 planned, or discarded; 1 something was not, or nothing matches; 2 the command line is wrong.",
        })
public final class ParkedDiscardCommand extends SendBackCommand {
    /** Made by picocli. */
    public ParkedDiscardCommand() {
        super(Action.DISCARD);
    }
}
