package dev.orderbackbone.orderevents.domain;

import dev.orderbackbone.contract.order.ReturnReceived;
import dev.orderbackbone.contract.order.ShipmentDispatched;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Units of an order line that a shipment or a return names.
 *
 * @param lineNumber the order line.
 * @param quantity units.
 */
record Units(int lineNumber, int quantity) {

    static List<Units> of(ShipmentDispatched shipment) {
        return shipment.lines().stream()
                .map(line -> new Units(line.lineNumber(), line.quantity()))
                .toList();
    }

    static List<Units> of(ReturnReceived received) {
        return received.lines().stream()
                .map(line -> new Units(line.lineNumber(), line.quantity()))
                .toList();
    }

    /** The order line; the line number must be known. */
    Line in(List<Line> lines) {
        return lines.get(lineNumber - 1);
    }

    /**
     * The first of the units that name an unknown line, or together with those before come to more than there is.
     *
     * @param available how many units of a line there are.
     * @param exceeding the rule that is broken where there are too few.
     */
    static @Nullable BrokenRule firstBeyond(
            List<Units> all, List<Line> lines, ToIntFunction<Line> available, String exceeding) {
        Map<Integer, Long> named = new HashMap<>();
        for (int index = 0; index < all.size(); index++) {
            Units units = all.get(index);
            if (units.lineNumber() < 1 || units.lineNumber() > lines.size()) {
                return new BrokenRule(
                        "unknown-line", "/lines/" + index + "/lineNumber", "the order has lines 1 to " + lines.size());
            }
            long sum = named.merge(units.lineNumber(), (long) units.quantity(), Long::sum);
            int most = available.applyAsInt(units.in(lines));
            if (sum > most) {
                return new BrokenRule(
                        exceeding,
                        "/lines/" + index + "/quantity",
                        "comes to " + sum + " units, but there are " + most);
            }
        }
        return null;
    }
}
