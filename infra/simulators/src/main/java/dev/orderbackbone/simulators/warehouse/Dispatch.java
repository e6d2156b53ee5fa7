package dev.orderbackbone.simulators.warehouse;

import dev.orderbackbone.orderevents.client.Shipment;
import java.time.Instant;
import java.util.List;

/**
 * An order that is to leave.
 *
 * @param partition of the event that said so.
 * @param offset of that event.
 * @param due not to leave earlier.
 */
record Dispatch(String orderId, int partition, long offset, Instant due, List<Shipment> shipments) {}
