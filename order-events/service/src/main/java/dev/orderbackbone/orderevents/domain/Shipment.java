package dev.orderbackbone.orderevents.domain;

import java.util.List;

/**
 * A shipment that left.
 *
 * @param shipmentId the warehouse's id.
 * @param contentHash hash of what was reported.
 * @param unconsumed indexes of the reservations that have not yet answered to it.
 */
public record Shipment(String shipmentId, long contentHash, List<Integer> unconsumed) {

    boolean isConsumed() {
        return unconsumed.isEmpty();
    }

    Shipment consumedBy(int reservation) {
        return new Shipment(
                shipmentId,
                contentHash,
                unconsumed.stream().filter(waiting -> waiting != reservation).toList());
    }
}
