package dev.orderbackbone.inventory.domain;

import static java.util.stream.Collectors.toMap;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.inventory.ConsumeReservation;
import dev.orderbackbone.contract.inventory.ReleaseReservation;
import dev.orderbackbone.contract.inventory.ReservationConsumed;
import dev.orderbackbone.contract.inventory.ReservationReleased;
import dev.orderbackbone.contract.inventory.ReserveStock;
import dev.orderbackbone.contract.inventory.ReturnStock;
import dev.orderbackbone.contract.inventory.Shortage;
import dev.orderbackbone.contract.inventory.StockLine;
import dev.orderbackbone.contract.inventory.StockRefused;
import dev.orderbackbone.contract.inventory.StockReserved;
import dev.orderbackbone.contract.inventory.StockReturned;
import dev.orderbackbone.inventory.domain.Reservation.Status;
import java.util.List;
import java.util.Map;

/** What a pool does for an order: reserve, release, consume, take back. */
final class Reservations {
    private static final String DUPLICATE = "duplicate";
    private static final String UNKNOWN = "unknown-reservation";
    private static final String MALFORMED = "malformed-lines";

    private Reservations() {}

    /** All lines, or none. Lines that break the rules are refused too: the saga waits for an answer, and an order must end. */
    static Decision<PoolView> reserve(PoolView view, ReserveStock command, Answer answer) {
        if (view.reservation() != null) {
            return Decision.ignored(DUPLICATE);
        }
        List<StockLine> lines = command.lines();
        List<Shortage> shortages = Lines.wellFormed(lines) ? shortages(lines, answer) : asShortages(lines, answer);
        return shortages.isEmpty() ? reserveAll(command, answer) : refuse(command, shortages, answer);
    }

    /** Gives back what is still held, be it nothing because all was consumed: each reservation is released once. */
    static Decision<PoolView> release(PoolView view, ReleaseReservation command, Answer answer) {
        Reservation held = view.reservation();
        if (held == null || held.status() == Status.REFUSED) {
            return Decision.ignored(UNKNOWN);
        }
        if (held.status() == Status.RELEASED) {
            return Decision.ignored(DUPLICATE);
        }
        held.open()
                .forEach(line ->
                        answer.change(line.sku(), answer.stockOf(line.sku()).release(line.quantity())));
        answer.say(new ReservationReleased(answer.meta(), command.pool(), answer.sequence(), held.open()));
        return Decision.decided(answer.after(held.released()), answer.messages());
    }

    /**
     * Takes off the shelf what the reservation holds of the shipment's lines. More than that is never taken: the saga does not ship more
     * than was ordered, and what the pool does not hold for this order may be promised to another. The event says what was taken, so a
     * difference shows, and a count (an adjustment) corrects it.
     */
    static Decision<PoolView> consume(PoolView view, ConsumeReservation command, Answer answer) {
        Reservation held = view.reservation();
        if (held == null || held.status() == Status.REFUSED) {
            return Decision.ignored(UNKNOWN);
        }
        if (held.shipments().contains(command.shipmentId())) {
            return Decision.ignored(DUPLICATE);
        }
        if (!Lines.wellFormed(command.lines())) {
            return Decision.ignored(MALFORMED);
        }
        List<StockLine> taken = held(command.lines(), held);
        taken.forEach(
                line -> answer.change(line.sku(), answer.stockOf(line.sku()).consume(line.quantity())));
        answer.say(
                new ReservationConsumed(answer.meta(), command.pool(), answer.sequence(), command.shipmentId(), taken));
        Reservation after = held.consumed(command.shipmentId(), minus(held.open(), taken));
        return Decision.decided(answer.after(after), answer.messages());
    }

    /** Puts back on the shelf what has come back. How much may come back is the saga's rule; the shelf takes what is there. */
    static Decision<PoolView> takeBack(PoolView view, ReturnStock command, Answer answer) {
        Reservation held = view.reservation();
        if (held == null || held.status() == Status.REFUSED) {
            return Decision.ignored(UNKNOWN);
        }
        if (held.returns().contains(command.returnId())) {
            return Decision.ignored(DUPLICATE);
        }
        if (!Lines.wellFormed(command.lines())) {
            return Decision.ignored(MALFORMED);
        }
        command.lines()
                .forEach(line ->
                        answer.change(line.sku(), answer.stockOf(line.sku()).add(line.quantity())));
        answer.say(new StockReturned(
                answer.meta(), command.pool(), answer.sequence(), command.returnId(), command.lines()));
        return Decision.decided(answer.after(held.returned(command.returnId())), answer.messages());
    }

    private static Decision<PoolView> reserveAll(ReserveStock command, Answer answer) {
        command.lines()
                .forEach(line ->
                        answer.change(line.sku(), answer.stockOf(line.sku()).reserve(line.quantity())));
        answer.say(new StockReserved(answer.meta(), command.pool(), answer.sequence(), command.lines()));
        return Decision.decided(answer.after(Reservation.reserved(command.lines())), answer.messages());
    }

    private static Decision<PoolView> refuse(ReserveStock command, List<Shortage> shortages, Answer answer) {
        answer.say(new StockRefused(answer.meta(), command.pool(), answer.sequence(), shortages));
        return Decision.decided(answer.after(Reservation.refused()), answer.messages());
    }

    private static List<Shortage> shortages(List<StockLine> lines, Answer answer) {
        return asShortages(lines, answer).stream()
                .filter(line -> line.available() < line.requested())
                .toList();
    }

    private static List<Shortage> asShortages(List<StockLine> lines, Answer answer) {
        return lines.stream()
                .map(line -> new Shortage(
                        line.sku(), line.quantity(), answer.stockOf(line.sku()).available()))
                .toList();
    }

    private static List<StockLine> held(List<StockLine> lines, Reservation reservation) {
        Map<String, Integer> open = bySku(reservation.open());
        return lines.stream()
                .map(line -> new StockLine(line.sku(), Math.min(line.quantity(), open.getOrDefault(line.sku(), 0))))
                .filter(line -> line.quantity() > 0)
                .toList();
    }

    private static List<StockLine> minus(List<StockLine> open, List<StockLine> taken) {
        Map<String, Integer> gone = bySku(taken);
        return open.stream()
                .map(line -> new StockLine(line.sku(), line.quantity() - gone.getOrDefault(line.sku(), 0)))
                .filter(line -> line.quantity() > 0)
                .toList();
    }

    private static Map<String, Integer> bySku(List<StockLine> lines) {
        return lines.stream().collect(toMap(StockLine::sku, StockLine::quantity));
    }
}
