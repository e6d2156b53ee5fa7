package dev.orderbackbone.inventory.domain;

import dev.orderbackbone.contract.inventory.StockLine;
import java.util.ArrayList;
import java.util.List;

/**
 * What a pool holds, or has refused, for one order. It is kept for ever, so that a command which comes again is known.
 *
 * @param status whether it still holds anything.
 * @param open what is still held; each SKU once; empty unless RESERVED.
 * @param shipments ids of the shipments that have consumed of it.
 * @param returns ids of the returns that have come back.
 */
public record Reservation(Status status, List<StockLine> open, List<String> shipments, List<String> returns) {

    /** Where a reservation stands. */
    public enum Status {
        RESERVED,
        RELEASED,
        REFUSED
    }

    static Reservation reserved(List<StockLine> lines) {
        return new Reservation(Status.RESERVED, List.copyOf(lines), List.of(), List.of());
    }

    static Reservation refused() {
        return new Reservation(Status.REFUSED, List.of(), List.of(), List.of());
    }

    Reservation released() {
        return new Reservation(Status.RELEASED, List.of(), shipments, returns);
    }

    Reservation consumed(String shipmentId, List<StockLine> stillOpen) {
        return new Reservation(status, List.copyOf(stillOpen), with(shipments, shipmentId), returns);
    }

    Reservation returned(String returnId) {
        return new Reservation(status, open, shipments, with(returns, returnId));
    }

    private static List<String> with(List<String> ids, String id) {
        List<String> more = new ArrayList<>(ids);
        more.add(id);
        return List.copyOf(more);
    }
}
