package dev.orderbackbone.simulators.warehouse;

import dev.orderbackbone.contract.order.ShippedLine;
import dev.orderbackbone.orderevents.client.Shipment;
import dev.orderbackbone.simulators.faults.Dice;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which shipments an order leaves in: always the same ones, whoever asks and whenever.
 *
 * @param seed another one chooses other orders for two shipments.
 * @param splitPercent of the orders with two lines or more that leave in two.
 */
record Packing(long seed, int splitPercent) {
    private static final String CARRIER = "simulated";
    private static final int ONLY_ATTEMPT = 1;

    /**
     * Packs an order.
     *
     * @param quantities units of line 1, 2, ...
     */
    List<Shipment> of(String orderId, int[] quantities) {
        if (!isSplit(orderId, quantities.length)) {
            return List.of(shipment(orderId, 1, quantities, 0, quantities.length));
        }
        int half = (quantities.length + 1) / 2;
        return List.of(
                shipment(orderId, 1, quantities, 0, half), shipment(orderId, 2, quantities, half, quantities.length));
    }

    private boolean isSplit(String orderId, int lines) {
        return lines >= 2 && Dice.percent(seed, orderId, ONLY_ATTEMPT, "split") < splitPercent;
    }

    private static Shipment shipment(String orderId, int number, int[] quantities, int from, int to) {
        String shipmentId = orderId + "-" + number;
        List<ShippedLine> lines = IntStream.range(from, to)
                .mapToObj(index -> new ShippedLine(index + 1, quantities[index]))
                .toList();
        return new Shipment(shipmentId, lines, CARRIER, shipmentId);
    }
}
