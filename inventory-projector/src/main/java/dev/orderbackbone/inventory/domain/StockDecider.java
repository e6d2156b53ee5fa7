package dev.orderbackbone.inventory.domain;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.inventory.AdjustStock;
import dev.orderbackbone.contract.inventory.ConsumeReservation;
import dev.orderbackbone.contract.inventory.InventoryCommand;
import dev.orderbackbone.contract.inventory.ReceiveStock;
import dev.orderbackbone.contract.inventory.ReleaseReservation;
import dev.orderbackbone.contract.inventory.ReserveStock;
import dev.orderbackbone.contract.inventory.ReturnStock;
import java.time.Instant;

/** What a stock pool answers to each command. */
public final class StockDecider {
    private StockDecider() {}

    /**
     * Decides.
     *
     * @param view the part of the pool that {@link Subjects} says the command concerns.
     * @param now when it is decided, in whole milliseconds.
     * @return the answer, whose state holds the changed SKUs only; or why there is none: {@code duplicate} (the answer is in the log),
     *     {@code unknown-reservation} (the pool holds and held nothing for the order, or has refused it), {@code malformed-lines} (a
     *     quantity below 1, a SKU twice, a change by 0).
     */
    public static Decision<PoolView> decide(PoolView view, InventoryCommand command, Instant now) {
        Answer answer = new Answer(view, command, now);
        return switch (command) {
            case ReserveStock reserve -> Reservations.reserve(view, reserve, answer);
            case ReleaseReservation release -> Reservations.release(view, release, answer);
            case ConsumeReservation consume -> Reservations.consume(view, consume, answer);
            case ReturnStock returned -> Reservations.takeBack(view, returned, answer);
            case ReceiveStock receive -> Corrections.receive(view, receive, answer);
            case AdjustStock adjust -> Corrections.adjust(view, adjust, answer);
        };
    }
}
