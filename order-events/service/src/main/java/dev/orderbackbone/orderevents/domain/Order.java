package dev.orderbackbone.orderevents.domain;

import dev.orderbackbone.contract.order.HoldReason;
import dev.orderbackbone.contract.order.OrderStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as the saga knows it. Its id is the key that it is stored under.
 *
 * @param terms what was agreed when it was placed.
 * @param standing where it stands.
 * @param lines its goods; line number n is at index n − 1.
 * @param reservations one per stock pool that holds goods of the order; lines name theirs by index.
 * @param payment its money.
 * @param shipments what has left, in the order of arrival here.
 * @param returns what came back, in the order of arrival here.
 */
public record Order(
        Terms terms,
        Standing standing,
        List<Line> lines,
        List<Reservation> reservations,
        Payment payment,
        List<Shipment> shipments,
        List<Return> returns) {

    /** The state that it is in. */
    public OrderStatus status() {
        return standing.status();
    }

    /** When it expires; null where it does not. Only a pending order does: a hold stops the deadline. */
    public @Nullable Instant deadline() {
        return status() == OrderStatus.PENDING ? standing.confirmBy() : null;
    }

    /** Every reason to hold it that stands now, none where it may go on. */
    List<HoldReason> holdReasons() {
        return HoldReasons.of(standing, payment);
    }

    /** To pay for everything, minor units. */
    long totalMinor() {
        return lines.stream().mapToLong(Line::goodsMinor).sum() + terms.chargesMinor();
    }

    /**
     * Value of what has shipped, minor units: the goods, and from the first shipment on the charges, but never less than nothing. A
     * discount that is larger than the goods shipped so far is used up by the next ones, so that all shipments come to the total.
     */
    long shippedMinor() {
        if (!anythingShipped()) {
            return 0;
        }
        long goodsMinor = lines.stream().mapToLong(Line::shippedGoodsMinor).sum();
        return Math.max(0, goodsMinor + terms.chargesMinor());
    }

    boolean anythingShipped() {
        return lines.stream().anyMatch(line -> line.shipped() > 0);
    }

    boolean everythingShipped() {
        return lines.stream().allMatch(line -> line.unshipped() == 0);
    }

    /** Whether every pool has taken every shipment off its shelves. */
    boolean everythingConsumed() {
        return shipments.stream().allMatch(Shipment::isConsumed);
    }

    /** How many answers of pools to shipments are waited for. */
    int unconsumed() {
        return shipments.stream()
                .mapToInt(shipment -> shipment.unconsumed().size())
                .sum();
    }

    /** Index of the pool's reservation; −1 where nothing was ever asked of that pool. */
    int reservationIn(String pool) {
        for (int index = 0; index < reservations.size(); index++) {
            if (reservations.get(index).pool().equals(pool)) {
                return index;
            }
        }
        return -1;
    }

    @Nullable
    Shipment shipment(String shipmentId) {
        return shipments.stream()
                .filter(shipment -> shipment.shipmentId().equals(shipmentId))
                .findFirst()
                .orElse(null);
    }

    @Nullable
    Return returned(String returnId) {
        return returns.stream()
                .filter(returned -> returned.returnId().equals(returnId))
                .findFirst()
                .orElse(null);
    }

    Order with(Terms changed) {
        return new Order(changed, standing, lines, reservations, payment, shipments, returns);
    }

    Order with(Standing changed) {
        return new Order(terms, changed, lines, reservations, payment, shipments, returns);
    }

    Order with(Payment changed) {
        return new Order(terms, standing, lines, reservations, changed, shipments, returns);
    }

    Order withLines(List<Line> changed) {
        return new Order(terms, standing, List.copyOf(changed), reservations, payment, shipments, returns);
    }

    Order with(int index, Reservation changed) {
        return new Order(
                terms, standing, lines, Lists.replaced(reservations, index, changed), payment, shipments, returns);
    }

    /** With a shipment that is new, or in place of the one of that id. */
    Order with(Shipment changed) {
        List<Shipment> all = Lists.put(shipments, changed, Shipment::shipmentId);
        return new Order(terms, standing, lines, reservations, payment, all, returns);
    }

    Order plus(Return received) {
        return new Order(terms, standing, lines, reservations, payment, shipments, Lists.plus(returns, received));
    }
}
