package dev.orderbackbone.orderevents.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.order.OrderStatus;
import dev.orderbackbone.orderevents.domain.Facts;
import dev.orderbackbone.orderevents.domain.Line;
import dev.orderbackbone.orderevents.domain.Operation;
import dev.orderbackbone.orderevents.domain.OperationStatus;
import dev.orderbackbone.orderevents.domain.Order;
import dev.orderbackbone.orderevents.domain.Payment;
import dev.orderbackbone.orderevents.domain.Reservation;
import dev.orderbackbone.orderevents.domain.ReservationStatus;
import dev.orderbackbone.orderevents.domain.Return;
import dev.orderbackbone.orderevents.domain.Shipment;
import dev.orderbackbone.orderevents.domain.Standing;
import dev.orderbackbone.orderevents.domain.Terms;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An order is one record of the changelog: what the rules allow at most must fit the million bytes that a broker takes by default. */
class OrderWeightTest {
    private static final int BROKER_DEFAULT_BYTES = 1_000_000;
    private static final int MOST_SHIPMENTS_OR_RETURNS = 250;
    // The rules take no shipment from 20,000 answers of pools on that are waited for; the last one waits for up to
    // 5,000.
    private static final int MOST_ANSWERS_PER_SHIPMENT = 25_000 / MOST_SHIPMENTS_OR_RETURNS;
    private static final String LONGEST_ID = "x".repeat(128);

    @Test
    void theLargestOrderThatTheRulesAllowFitsOneRecord() {
        // 5,000 lines, whose SKUs and locations come to 500,000 bytes.
        Line line = new Line("x".repeat(96), 0, 1_000_000, 1_000_000_000L, 1_000_000, 1_000_000);
        Operation operation = new Operation(LONGEST_ID, Long.MAX_VALUE, OperationStatus.DONE, null);
        List<Operation> operations = Collections.nCopies(MOST_SHIPMENTS_OR_RETURNS, operation);
        UUID id = new UUID(-1, -1);
        List<String> requestIds = Collections.nCopies(100, "release/" + LONGEST_ID);
        Order order = new Order(
                new Terms(LONGEST_ID, -1, "GBP", Long.MAX_VALUE, null),
                new Standing(OrderStatus.COMPLETED, null, false, Facts.NOON, null, requestIds, 1_000_000, id),
                Collections.nCopies(5_000, line),
                List.of(new Reservation(LONGEST_ID, ReservationStatus.RESERVED, null)),
                new Payment(operation, operation, operations, operations),
                Collections.nCopies(
                        MOST_SHIPMENTS_OR_RETURNS,
                        new Shipment(LONGEST_ID, -1, Collections.nCopies(MOST_ANSWERS_PER_SHIPMENT, 4_999))),
                Collections.nCopies(MOST_SHIPMENTS_OR_RETURNS, new Return(LONGEST_ID, -1)));

        assertThat(OrderFlow.SERDE.serialize("orders", order)).hasSizeLessThan(BROKER_DEFAULT_BYTES);
    }
}
