package dev.orderbackbone.orderevents.domain;

import dev.orderbackbone.contract.order.HoldReason;
import java.util.ArrayList;
import java.util.List;

/** Why an order is held: it follows from what is known, so no reason can be forgotten or outlive its cause. */
final class HoldReasons {
    private HoldReasons() {}

    static List<HoldReason> of(Standing standing, Payment payment) {
        List<HoldReason> reasons = new ArrayList<>();
        if (payment.operations().anyMatch(operation -> operation.is(OperationStatus.UNKNOWN))) {
            reasons.add(HoldReason.PAYMENT_UNKNOWN);
        }
        if (payment.captures().stream().anyMatch(capture -> capture.is(OperationStatus.REFUSED))) {
            reasons.add(HoldReason.CAPTURE_FAILED);
        }
        if (standing.heldByOperator()) {
            reasons.add(HoldReason.OPERATOR);
        }
        return reasons;
    }
}
