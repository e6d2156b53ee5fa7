package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.operator.verify.evidence.LogRecord;

/**
 * An amount that moved, or value that left or came back.
 *
 * @param id which of the order's: the capture, refund, shipment or return.
 * @param amountMinor minor units.
 * @param place packed place of the record that tells it.
 * @param settled whether that stands below the first cut.
 */
record Movement(String id, long amountMinor, long place, boolean settled) {
    static Movement of(String id, long amountMinor, LogRecord record) {
        return new Movement(id, amountMinor, PackedPlace.of(record), record.settled());
    }
}
