package dev.orderbackbone.orderevents.domain;

import org.jspecify.annotations.Nullable;

/**
 * One operation on the order's payment.
 *
 * @param id which of its kind: the shipment that is captured, the return that is refunded; empty where there is only one.
 * @param amountMinor what was asked for, and once done what was done, minor units.
 * @param status how far it has come.
 * @param code the gateway's code; null unless refused.
 */
public record Operation(
        String id,
        long amountMinor,
        OperationStatus status,
        @Nullable String code) {
    static final Operation NOT_ASKED = notAsked("", 0);

    static Operation notAsked(String id, long amountMinor) {
        return new Operation(id, amountMinor, OperationStatus.NOT_ASKED, null);
    }

    Operation requested() {
        return new Operation(id, amountMinor, OperationStatus.REQUESTED, null);
    }

    Operation unknown() {
        return new Operation(id, amountMinor, OperationStatus.UNKNOWN, null);
    }

    Operation done(long statedMinor) {
        return new Operation(id, statedMinor, OperationStatus.DONE, null);
    }

    Operation refused(String why) {
        return new Operation(id, amountMinor, OperationStatus.REFUSED, why);
    }

    /** Whether an outcome is still to come. */
    boolean isAwaited() {
        return status == OperationStatus.REQUESTED || status == OperationStatus.UNKNOWN;
    }

    boolean is(OperationStatus wanted) {
        return status == wanted;
    }

    /** What was done, minor units. */
    long doneMinor() {
        return status == OperationStatus.DONE ? amountMinor : 0;
    }
}
